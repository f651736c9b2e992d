package org.salesetl.archive;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.salesetl.SqlRow;
import org.salesetl.intake.CsvFormats;
import org.salesetl.intake.Formulas;
import org.salesetl.intake.RejectColumns;
import org.salesetl.intake.Text;

/**
 * The rejected rows of a file as a CSV that a spreadsheet opens: the original columns in their order, then the line each row
 * was on and why it was rejected. Corrected there, it can be dropped as it is: sales without ids of their own keep the number
 * that tells them from others of the same product in the same order.
 *
 * <p>It is written page by page, so that a file of nothing but rejects takes no more memory than any other.
 */
public final class RejectsCsv {

    private static final int PAGE_ROWS = 500;

    private final Path path;
    private final List<String> header;
    private final char delimiter;
    private final boolean numbered;
    private int lastLine;
    private boolean complete;

    private RejectsCsv(Path path, SqlRow header) {
        this.path = path;
        this.header = cells(header.text("header"), ',');
        this.delimiter = header.text("delimiter").charAt(0);
        this.numbered = header.integer("numbered") > 0;
    }

    /** Begins the file with its titles; a row of {@code select-rejects-header.sql} says what they are. */
    static RejectsCsv begin(Path path, SqlRow header) throws IOException {
        RejectsCsv rejects = new RejectsCsv(path, header);
        Files.deleteIfExists(path);
        rejects.write(List.of(rejects.titles()));
        return rejects;
    }

    /** Whether every rejected row has been written. */
    public boolean isComplete() {
        return complete;
    }

    /** Which page comes next, as parameters of {@code select-rejects-of-file.sql}. */
    public Map<String, Object> nextPage() {
        return Map.of("afterLine", lastLine, "pageRows", PAGE_ROWS);
    }

    void append(List<SqlRow> page) throws IOException {
        write(page.stream().map(this::record).toList());
        complete = page.size() < PAGE_ROWS;
        lastLine = page.isEmpty() ? lastLine : page.get(page.size() - 1).integer("line");
    }

    private void write(List<List<String>> records) throws IOException {
        try (Writer writer = Files.newBufferedWriter(
                        path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            printer.printRecords(records);
        }
    }

    private List<String> titles() {
        List<String> titles = new ArrayList<>(header);
        titles.removeIf(RejectColumns::isOne);
        titles.add(RejectColumns.LINE);
        if (numbered) {
            titles.add(RejectColumns.OCCURRENCE);
        }
        titles.add(RejectColumns.REASON);
        return titles;
    }

    /** Cells beyond the header go behind our own columns: nothing is lost, and the original columns keep their places. */
    private List<String> record(SqlRow row) {
        List<String> cells = cells(row.text("raw"), delimiter);
        List<String> record = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!RejectColumns.isOne(header.get(i))) {
                record.add(i < cells.size() ? Formulas.disarm(cells.get(i)) : "");
            }
        }
        record.add(row.text("line"));
        if (numbered) {
            String occurrence = row.textOrNull("occurrence");
            record.add(occurrence == null ? "" : occurrence);
        }
        record.add(row.text("reasons"));
        cells.stream()
                .skip(header.size())
                .map(cell -> Text.isBlank(cell) ? "" : Formulas.disarm(cell))
                .forEach(record::add);
        return record;
    }

    private static List<String> cells(String raw, char delimiter) {
        try (CSVParser parser = CsvFormats.delimitedBy(delimiter).parse(new StringReader(raw))) {
            return parser.stream().findFirst().map(CSVRecord::toList).orElse(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory can always be read", e);
        }
    }
}
