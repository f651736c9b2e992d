package org.salesetl.layout;

import java.util.Arrays;
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
import org.springframework.stereotype.Component;

/** Says in words why a file without a known header cannot be read, and what its columns may be. */
@Component
class UnknownHeader {

    private static final int MOST_NAMED = 50;
    private static final int LONGEST_NAMED = 40;
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

    /** The record that looks most like a header: the one with the most names; of several, the first. */
    static HeadRecord likeliest(List<HeadRecord> records) {
        return records.stream()
                .max(Comparator.comparingLong(HeaderLikeness::of)
                        .thenComparing(HeadRecord::recordsBefore, Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** The records below the header, cut at the same delimiter: those that come after the header in the list. */
    static List<HeadRecord> below(HeadRecord header, List<HeadRecord> records) {
        return records.stream()
                .skip(records.indexOf(header) + 1L)
                .takeWhile(record -> record.recordsBefore() > header.recordsBefore())
                .toList();
    }

    private RefusedFileException refusal(HeadRecord likeliest, List<List<String>> rows) {
        List<String> header = likeliest.cells();
        String needs = Arrays.stream(Kind.values())
                .map(kind -> "a " + kind.label() + " file needs "
                        + mappings.own(kind).requiredInWords())
                .collect(Collectors.joining("; "));
        return new RefusedFileException("Expected a header with the columns of customers, products or sales but found "
                + named(header)
                + (likeliest.recordsBefore() > 0 ? " in line " + likeliest.line() : "")
                + ". " + whySales(header) + "What each kind needs: " + needs
                + ". Correct the first line, or add your column's name to sales-etl.aliases, and drop the file again."
                + guesses(header, rows)
                + problems());
    }

    /** Why a file with customers or products is not taken for one of these; empty if the file names neither. */
    private String whySales(List<String> header) {
        return BY_PRECEDENCE.stream()
                .filter(kind -> mappings.own(kind)
                        .missing(recognition.find(kind, header).keySet())
                        .isEmpty())
                .flatMap(kind -> recognition.cellsOfSales(kind, header).stream())
                .findFirst()
                .map(cell -> quoted(cell) + " belongs to sales, so this is no file of products or customers. ")
                .orElse("");
    }

    private String guesses(List<String> header, List<List<String>> rows) {
        Set<Column> found = EnumSet.noneOf(Column.class);
        for (Kind kind : Kind.values()) {
            found.addAll(recognition.find(kind, header).keySet());
        }
        Map<String, Column> likely = guesses.of(header, rows, found);
        String sentences = likely.entrySet().stream()
                .map(guess ->
                        quoted(guess.getKey()) + " may be " + guess.getValue().label())
                .collect(Collectors.joining(", "));
        return sentences.isEmpty()
                ? ""
                : " Perhaps " + sentences + ": then add "
                        + likely.entrySet().stream()
                                .map(guess -> "sales-etl.aliases."
                                        + guess.getValue().label() + "=" + Text.visible(Text.strip(guess.getKey())))
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
