package org.salesetl.layout;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;
import org.salesetl.text.CsvFormats;
import org.salesetl.text.Formulas;
import org.salesetl.text.Text;

/**
 * Rejected rows as a table for a spreadsheet: the original columns in their order, then the line of each row, why it was
 * rejected, and its number in the quarantine. Once the rows are corrected, the table can be dropped as it is.
 */
public final class RejectsTable {

    private final List<String> header;
    private final char delimiter;
    private final boolean numbered;
    private final @Nullable PersonalCells hidden;

    /**
     * @param header {@code header} and {@code delimiter} of the file that the rows come from, and {@code numbered}: whether any
     *     of its rejected rows has an {@code occurrence}
     */
    public RejectsTable(SqlRow header) {
        this(header, null);
    }

    /**
     * The same table, where nobody sees what may say something of a person.
     *
     * @param header as above, and {@code other_cells}
     */
    public static RejectsTable masked(SqlRow header) {
        return new RejectsTable(header, PersonalCells.of(header));
    }

    private RejectsTable(SqlRow header, @Nullable PersonalCells hidden) {
        this.hidden = hidden;
        this.header = cells(header.text("header"), ',');
        this.delimiter = header.text("delimiter").charAt(0);
        this.numbered = header.integer("numbered") > 0;
    }

    /** The first record: the names of the columns, changed so that no spreadsheet runs them as formulas. */
    public List<String> titles() {
        return names().stream().map(Formulas::disarm).toList();
    }

    /** The names of the columns: those of the file that the rows come from, then our own. */
    public List<String> names() {
        List<String> titles = new ArrayList<>(header);
        titles.removeIf(RejectColumns::isOne);
        titles.add(RejectColumns.LINE);
        if (numbered) {
            titles.add(RejectColumns.OCCURRENCE);
        }
        titles.add(RejectColumns.REASON);
        titles.add(RejectColumns.ROW);
        return titles;
    }

    /**
     * The record of a row with {@code quarantine_id}, {@code line}, {@code reasons}, {@code raw} and {@code occurrence}. Cells
     * beyond the header go after our own columns: so nothing is lost, and the original columns keep their places.
     */
    public List<String> record(SqlRow row) {
        List<String> cells = cells(header, row.text("raw"), delimiter);
        if (hidden != null) {
            cells = hidden.masked(cells);
        }
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
        record.add(row.text("quarantine_id"));
        cells.stream()
                .skip(header.size())
                .map(cell -> Text.isBlank(cell) ? "" : Formulas.disarm(cell))
                .forEach(record::add);
        return record;
    }

    /**
     * The cells of one record of a file with this header. In a file of rejects, removes the apostrophes that keep spreadsheets
     * from running cells.
     */
    public static List<String> cells(List<String> header, String raw, char delimiter) {
        List<String> cells = cells(raw, delimiter);
        return RejectColumns.areIn(header) ? cells.stream().map(Formulas::rearm).toList() : cells;
    }

    /** One record with these cells, without a line end. */
    public static String line(List<String> cells, char delimiter) {
        return CsvFormats.delimitedBy(delimiter).format(cells.toArray());
    }

    /** The cells of one record as they are in the file. */
    public static List<String> cells(String raw, char delimiter) {
        try (CSVParser parser = CsvFormats.delimitedBy(delimiter).parse(new StringReader(raw))) {
            return parser.stream().findFirst().map(CSVRecord::toList).orElse(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory can always be read", e);
        }
    }
}
