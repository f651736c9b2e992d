package org.salesetl.layout;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVRecord;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SalesEtlProperties.Returns;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.Terms;
import org.salesetl.text.Chunk;
import org.salesetl.text.CsvFormats;
import org.salesetl.text.DropStream;
import org.salesetl.text.Encoding;
import org.salesetl.text.EncodingSurvey;
import org.salesetl.text.Formulas;
import org.salesetl.text.RecordChunks;
import org.salesetl.text.RefusedFileException;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Kind;
import org.springframework.stereotype.Component;

/** Recognises a file by its header, never by its name. */
@Component
public class HeaderSniffer {

    private static final int HEAD_BYTES = 1 << 16;

    /** The ledger keeps so many in 65,535 bytes, with quotes around each. */
    private static final int MOST_COLUMNS = 1_000;

    private static final int LONGEST_HEADER = 15_000;
    private static final Pattern EXCEL_DELIMITER = Pattern.compile("\uFEFF?\"?sep=.\"?", Pattern.CASE_INSENSITIVE);
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final List<Kind> BY_PRECEDENCE = List.of(Kind.SALES, Kind.PRODUCTS, Kind.CUSTOMERS);

    private final ColumnNames names;
    private final Terms terms;

    public HeaderSniffer(ColumnNames names, SalesEtlProperties properties) {
        this.names = names;
        this.terms = new Terms(false, properties.returns() == Returns.ACCEPT);
    }

    /** The kind as which the file is going to load; empty if it will be refused or cannot be read now. */
    public Optional<Kind> kind(Path file) {
        try {
            Encoding encoding = EncodingSurvey.of(new ByteArrayInputStream(head(() -> DropStream.bytes(file))));
            return Optional.of(layout(file, encoding).kind());
        } catch (IOException | RefusedFileException e) {
            return Optional.empty();
        }
    }

    /** Why the file will be refused; empty if it will not, or cannot be read now. */
    public Optional<RefusedFileException> refusal(Path file) {
        try {
            layout(file, Encoding.UTF_8);
            return Optional.empty();
        } catch (RefusedFileException e) {
            return Optional.of(e);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Recognises a file. Its conventions are the usual ones with this encoding: the header does not tell the others.
     *
     * @throws RefusedFileException if it is of none of the kinds
     */
    Layout layout(Path file, Encoding encoding) throws IOException {
        byte[] head = head(() -> DropStream.text(file, encoding));
        List<String> widest = List.of();
        for (char delimiter : DELIMITERS) {
            List<String> header = header(head, delimiter);
            Optional<Layout> layout = recognise(header, delimiter);
            if (layout.isPresent()) {
                requireNarrow(header);
                return layout.get().with(Conventions.USUAL.in(encoding));
            }
            widest = header.size() > widest.size() ? header : widest;
        }
        if (widest.isEmpty()) {
            throw new RefusedFileException(
                    "Expected a header line with the names of the columns but the file is empty.");
        }
        throw unknown(widest);
    }

    private static void requireNarrow(List<String> header) {
        int characters = header.stream().mapToInt(String::length).sum();
        if (header.size() > MOST_COLUMNS || characters > LONGEST_HEADER) {
            throw new RefusedFileException(String.format(
                    Locale.ROOT,
                    "Expected at most %,d columns, whose names have %,d characters, but found %,d columns, whose names have %,d."
                            + " Remove those that are not needed and drop the file again.",
                    MOST_COLUMNS,
                    LONGEST_HEADER,
                    header.size(),
                    characters));
        }
    }

    private static byte[] head(Opening file) throws IOException {
        try (InputStream stream = file.open()) {
            return stream.readNBytes(HEAD_BYTES);
        } catch (ZipException | EOFException e) {
            throw RefusedFileException.damagedCompression();
        }
    }

    /** The cells of the first record that is not blank; empty if there is none. */
    private static List<String> header(byte[] head, char delimiter) throws IOException {
        RecordChunks records = new RecordChunks(new ByteArrayInputStream(head), delimiter);
        for (Chunk record = records.nextRecord(); record != null; record = records.nextRecord()) {
            if (record.isMalformed(0)) {
                throw new RefusedFileException(
                        "Expected every quote in the header to be closed but found one that is not in "
                                + quoted(record.raw(0)) + ". Correct the first line and drop the file again.");
            }
            if (!isBeforeHeader(record)) {
                try (var parser = CsvFormats.delimitedBy(delimiter).parse(new StringReader(record.text()))) {
                    return parser.getRecords().stream()
                            .findFirst()
                            .map(CSVRecord::toList)
                            .orElse(List.of(record.raw(0)));
                }
            }
        }
        return List.of();
    }

    /** Whether the record is blank, or the line {@code sep=;} by which a spreadsheet tells its delimiter to another. */
    static boolean isBeforeHeader(Chunk record) {
        String raw = record.raw(0);
        return Text.isBlank(raw) || EXCEL_DELIMITER.matcher(raw).matches();
    }

    private Optional<Layout> recognise(List<String> asItCame, char delimiter) {
        boolean rejects = RejectColumns.areIn(asItCame);
        List<String> header = rejects ? asItCame.stream().map(Formulas::rearm).toList() : asItCame;
        for (Kind kind : BY_PRECEDENCE) {
            Map<Column, List<Integer>> found = find(kind, header);
            boolean complete = found.keySet().containsAll(KindColumns.required(kind))
                    && (kind != Kind.SALES || found.containsKey(Column.ORDER_ID) || found.containsKey(Column.SALE_ID));
            if (complete
                    && (kind == Kind.SALES
                            || SaleWords.cellsOfSales(kind, find(Kind.SALES, header), header)
                                    .isEmpty())) {
                Map<Column, Integer> columns = new EnumMap<>(Column.class);
                found.forEach((column, places) -> columns.put(column, place(kind, column, places, header)));
                return Optional.of(new Layout(kind, delimiter, header, rejects, columns, Conventions.USUAL, terms));
            }
        }
        return Optional.empty();
    }

    private Map<Column, List<Integer>> find(Kind kind, List<String> header) {
        Map<Column, List<Integer>> found = new EnumMap<>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            Column column = names.column(kind, header.get(i));
            if (column != null) {
                found.computeIfAbsent(column, absent -> new ArrayList<>()).add(i);
            }
        }
        return found;
    }

    /**
     * The place of a column. A required column must be there once. Of several optional ones, the column's own name wins over an
     * alias, else the first one wins.
     */
    private static int place(Kind kind, Column column, List<Integer> places, List<String> header) {
        boolean required =
                KindColumns.required(kind).contains(column) || column == Column.ORDER_ID || column == Column.SALE_ID;
        if (places.size() > 1 && required) {
            throw new RefusedFileException("Expected the column " + column.label() + " once but found it "
                    + places.size() + " times, as "
                    + places.stream().map(place -> quoted(header.get(place))).collect(Collectors.joining(" and "))
                    + ". Remove or rename all but one and drop the file again.");
        }
        return places.stream()
                .filter(place -> HeaderCell.normalised(header.get(place)).equals(HeaderCell.normalised(column.label())))
                .findFirst()
                .orElse(places.get(0));
    }

    private RefusedFileException unknown(List<String> header) {
        String needs = Arrays.stream(Kind.values())
                .map(kind -> "a " + kind.label() + " file needs " + KindColumns.needs(kind))
                .collect(Collectors.joining("; "));
        return new RefusedFileException("Expected a header with the columns of customers, products or sales but found "
                + header.stream().limit(50).map(HeaderSniffer::quoted).collect(Collectors.joining(", "))
                + (header.size() > 50 ? " and " + (header.size() - 50) + " more" : "")
                + ". " + whySales(header) + "What each kind needs: " + needs
                + ". Correct the first line, or add your column's name to sales-etl.aliases, and drop the file again."
                + guesses(header));
    }

    /** Why a file with customers or products is not taken for one of these; empty if the file names neither. */
    private String whySales(List<String> header) {
        Map<Column, List<Integer>> ofSales = find(Kind.SALES, header);
        return BY_PRECEDENCE.stream()
                .filter(kind ->
                        kind != Kind.SALES && find(kind, header).keySet().containsAll(KindColumns.required(kind)))
                .flatMap(kind -> SaleWords.cellsOfSales(kind, ofSales, header).stream())
                .findFirst()
                .map(cell -> quoted(cell) + " belongs to sales, so this is no file of products or customers. ")
                .orElse("");
    }

    private String guesses(List<String> header) {
        Set<Column> found = EnumSet.noneOf(Column.class);
        for (Kind kind : Kind.values()) {
            found.addAll(find(kind, header).keySet());
        }
        Map<String, Column> guesses = ColumnGuesses.of(header, found);
        String sentences = guesses.entrySet().stream()
                .map(guess ->
                        quoted(guess.getKey()) + " may be " + guess.getValue().label())
                .collect(Collectors.joining(", "));
        return sentences.isEmpty()
                ? ""
                : " Perhaps " + sentences + ": then add "
                        + guesses.entrySet().stream()
                                .map(guess -> "sales-etl.aliases."
                                        + guess.getValue().label() + "=" + Text.visible(Text.strip(guess.getKey())))
                                .collect(Collectors.joining(" and "))
                        + " to the configuration.";
    }

    private static String quoted(String cell) {
        String text = Text.visible(Text.strip(cell));
        return '"' + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + '"';
    }

    private interface Opening {
        InputStream open() throws IOException;
    }
}
