package org.salesetl.archive;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.salesetl.SqlRow;
import org.salesetl.intake.CsvFormats;
import org.salesetl.intake.FileNames;
import org.salesetl.intake.Formulas;
import org.salesetl.intake.RejectColumns;
import org.salesetl.intake.Text;
import org.springframework.stereotype.Component;

/**
 * The rejected rows of a file as a CSV that a spreadsheet opens: the original columns in their order, then the line each row
 * was on and why it was rejected. Corrected there, it can be dropped as it is: sales without ids of their own keep the number
 * that tells them from others of the same product in the same order.
 */
@Component
public class RejectsCsv {

    private final Archive archive;

    RejectsCsv(Archive archive) {
        this.archive = archive;
    }

    /**
     * Writes {@code name.rejects.csv} beside an archived file, or nothing if no row was rejected.
     *
     * @param rows in the order of their lines: {@code line}, {@code reasons}, {@code raw}, and the file's {@code header}
     *     and {@code delimiter}
     */
    public void writeBeside(String archivedAs, List<Map<String, Object>> rows) throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        Path rejects = FileNames.rejectsBeside(archive.resolve(archivedAs));
        try (Writer writer = Files.newBufferedWriter(rejects, StandardCharsets.UTF_8)) {
            write(writer, rows);
        }
    }

    /** Writes the header and the rows, all of one file, as UTF-8 text with a comma between cells. */
    public static void write(Appendable target, List<Map<String, Object>> rows) throws IOException {
        // not closed: whoever opened the target closes it
        CSVPrinter printer = new CSVPrinter(target, CSVFormat.RFC4180);
        List<String> header = cells(new SqlRow(rows.get(0)).text("header"), ',');
        boolean numbered = rows.stream().anyMatch(row -> new SqlRow(row).textOrNull("occurrence") != null);
        List<String> titles = new ArrayList<>(header);
        titles.removeIf(RejectColumns::isOne);
        titles.add(RejectColumns.LINE);
        if (numbered) {
            titles.add(RejectColumns.OCCURRENCE);
        }
        titles.add(RejectColumns.REASON);
        printer.printRecord(titles);
        for (Map<String, Object> row : rows) {
            printer.printRecord(record(new SqlRow(row), header, numbered));
        }
        printer.flush();
    }

    /** Cells beyond the header go behind our own columns: nothing is lost, and the original columns keep their places. */
    private static List<String> record(SqlRow row, List<String> header, boolean numbered) {
        List<String> cells = cells(row.text("raw"), row.text("delimiter").charAt(0));
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
