package org.salesetl.layout;

import jakarta.inject.Named;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.Mapping;
import org.salesetl.mapping.Mappings;
import org.salesetl.text.RefusedFileException;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Kind;

/** Says in words why a file without a known header cannot be read, and what its columns may be. */
@Named
class UnknownHeader {

    private static final int MOST_NAMED = 50;
    private static final int LONGEST_NAMED = 40;
    private static final int MOST_QUOTED_DAMAGED = 5;
    private static final char REPLACEMENT = '\uFFFD';
    private static final List<Kind> BY_LIKELIHOOD = List.of(Kind.CUSTOMERS, Kind.PRODUCTS, Kind.SALES, Kind.RATES);
    private static final List<Kind> BY_PRECEDENCE = List.of(Kind.PRODUCTS, Kind.CUSTOMERS);

    private final Recognition recognition;
    private final Mappings mappings;
    private final ColumnGuesses guesses;

    UnknownHeader(Recognition recognition, Mappings mappings, ColumnGuesses guesses) {
        this.recognition = recognition;
        this.mappings = mappings;
        this.guesses = guesses;
    }

    /**
     * The refusal of a file.
     *
     * @param records its first records, cut at one delimiter after the other
     */
    RefusedFileException refusal(List<HeadRecord> records) {
        if (records.isEmpty()) {
            return new RefusedFileException(
                    "Expected a header line with the names of the columns but the file is empty.");
        }
        HeadRecord first = records.get(0);
        if (!first.isWhole()) {
            return new RefusedFileException(
                    "Expected every quote in the header to be closed but found one that is not in "
                            + quoted(first.raw()) + ". Correct the first line and drop the file again.");
        }
        HeadRecord header = likeliest(records);
        if (isDamaged(header.cells())) {
            return new RefusedFileException(
                    "Expected text in UTF-8, Windows-1252 or another known encoding but found a header with characters"
                            + " that are in none of these (shown as �): "
                            + header.cells().stream()
                                    .limit(MOST_QUOTED_DAMAGED)
                                    .map(UnknownHeader::quoted)
                                    .collect(Collectors.joining(", "))
                            + ". Export the file again as \"CSV UTF-8\", or open it in a spreadsheet, save it as .xlsx and drop that.");
        }
        return refusal(
                header, below(header, records).stream().map(HeadRecord::cells).toList());
    }

    /** The refusal of a file that was to be read with a mapping that does not fit. */
    RefusedFileException refusal(List<HeadRecord> records, Mapping given) {
        return records.isEmpty()
                ? refusal(records)
                : new RefusedFileException(
                        "Expected a header that the mapping \"" + given.name() + "\" (version " + given.version()
                                + ") fits but found " + named(likeliest(records).cells()));
    }

    private static String named(List<String> header) {
        return header.stream().limit(MOST_NAMED).map(UnknownHeader::quoted).collect(Collectors.joining(", "))
                + (header.size() > MOST_NAMED ? " and " + (header.size() - MOST_NAMED) + " more" : "");
    }

    /** Whether bytes of the names are no text in any encoding that can be read. */
    static boolean isDamaged(List<String> header) {
        return header.stream()
                .anyMatch(cell -> cell.chars().anyMatch(c -> c == REPLACEMENT || (c >= 0x80 && c < 0xA0)));
    }

    /** The record that looks most like a header: the one with the most names; of several, the first. */
    static HeadRecord likeliest(List<HeadRecord> records) {
        return records.stream()
                .max(Comparator.<HeadRecord>comparingLong(record -> HeaderLikeness.of(record.cells()))
                        .thenComparing(HeadRecord::recordsBefore, Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** The records below the header, cut at the same delimiter. */
    static List<HeadRecord> below(HeadRecord header, List<HeadRecord> records) {
        return records.stream()
                .filter(record ->
                        record.delimiter() == header.delimiter() && record.recordsBefore() > header.recordsBefore())
                .toList();
    }

    private RefusedFileException refusal(HeadRecord likeliest, List<List<String>> rows) {
        List<String> header = likeliest.cells();
        String needs = BY_LIKELIHOOD.stream()
                .map(kind -> "a " + kind.label() + " file needs "
                        + mappings.own(kind).requiredInWords())
                .collect(Collectors.joining("; "));
        return new RefusedFileException("Expected a header with the columns of customers, products or sales but found "
                + named(header)
                + (likeliest.recordsBefore() > 0 ? " in line " + likeliest.line() : "")
                + ". " + whySales(header) + whyOneCell(header) + "What each kind needs: " + needs
                + ". Correct the first line, or add your column's name to sales-etl.aliases, and drop the file again."
                + guesses(header, rows)
                + problems());
    }

    /** Why a file with customers or products is not taken for one of these; empty if the file names neither. */
    private String whySales(List<String> header) {
        boolean names = BY_PRECEDENCE.stream()
                .anyMatch(kind -> mappings.own(kind)
                        .missing(recognition.find(kind, header).keySet())
                        .isEmpty());
        List<String> values = HeaderValues.of(header);
        if (!values.isEmpty() && (names || HeaderValues.arePeriods(header))) {
            return quoted(values.get(0))
                    + " is a value or a period and no name of a column. A report with a column for each period cannot be loaded:"
                    + " export the single sales. ";
        }
        return BY_PRECEDENCE.stream()
                .filter(kind -> mappings.own(kind)
                        .missing(recognition.find(kind, header).keySet())
                        .isEmpty())
                .flatMap(kind -> recognition.cellsOfSales(kind, header).stream())
                .findFirst()
                .map(cell -> quoted(cell) + " belongs to sales, so this is no file of products or customers. ")
                .orElse("");
    }

    private static String whyOneCell(List<String> header) {
        return header.size() > 1
                ? ""
                : "No comma, semicolon, tab or bar separates cells, unless the whole line is in quotes: export the file with one of these"
                        + " between the cells. ";
    }

    private String guesses(List<String> header, List<List<String>> rows) {
        if (header.size() == 1) {
            return "";
        }
        Set<Column> found = EnumSet.noneOf(Column.class);
        for (Kind kind : Kind.values()) {
            found.addAll(recognition.find(kind, header).keySet());
        }
        Map<String, ColumnGuess> likely = guesses.of(header, rows, found);
        String sentences = likely.entrySet().stream()
                .map(guess -> quoted(guess.getKey()) + " may be "
                        + guess.getValue().column().label())
                .collect(Collectors.joining(", "));
        return sentences.isEmpty()
                ? ""
                : " Perhaps " + sentences + ": then add "
                        + likely.entrySet().stream()
                                .map(guess -> "sales-etl.aliases."
                                        + guess.getValue().column().label() + "="
                                        + Text.visible(Text.strip(guess.getKey())))
                                .collect(Collectors.joining(" and "))
                        + " to the configuration.";
    }

    /** A mapping that is wrong may be the one that was meant for the file. */
    private String problems() {
        List<String> problems = mappings.problems();
        return problems.isEmpty()
                ? ""
                : " A mapping is not used because it is wrong: "
                        + problems.stream().map(Text::visible).collect(Collectors.joining("; ")) + ".";
    }

    static String quoted(String cell) {
        String text = Text.visible(Text.strip(cell));
        return '"' + (text.length() > LONGEST_NAMED ? text.substring(0, LONGEST_NAMED) + "…" : text) + '"';
    }
}
