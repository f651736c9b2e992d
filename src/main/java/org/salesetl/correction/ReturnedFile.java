package org.salesetl.correction;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.salesetl.correction.Corrections.Correction;
import org.salesetl.inbox.Drop;
import org.salesetl.inbox.FileNames;
import org.salesetl.layout.RejectColumns;
import org.salesetl.layout.RejectsTable;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.RunRequest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.ledger.RunRequest.Trigger;
import org.salesetl.load.Claim;
import org.salesetl.sql.SqlRow;
import org.salesetl.text.Formulas;
import org.salesetl.validation.Fault;
import org.salesetl.web.BadRequestException;

/** Corrected rows of one file, as a file of rejects. */
final class ReturnedFile {

    /** Judging is no run of the ledger. */
    private static final Run NO_RUN = new Run(0, new RunRequest(Trigger.HTTP, Mode.CHECK));

    private final List<SqlRow> rows;
    private final Correction correction;
    private Map<Long, List<Fault>> faults = Map.of();
    private @Nullable Path path;

    /**
     * @param rows at least one row of {@code select-for-return.sql}, all from one file
     * @param correction the new cells
     */
    ReturnedFile(List<SqlRow> rows, Correction correction) {
        this.rows = rows;
        this.correction = correction;
    }

    /** The name under which the rows are dropped. */
    String name() {
        return FileNames.stem(rows.get(0).text("file")) + ".corrected.csv";
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Notes where the file has been written to be judged. */
    void writtenTo(Path place) {
        path = place;
    }

    /** The file as the steps that read files take it. */
    Claim claim() {
        Path written = requireNonNull(path);
        return new Claim(NO_RUN, Drop.unread(written, name()));
    }

    /** Deletes the file that was written to be judged. */
    void delete() throws IOException {
        if (path != null) {
            Files.deleteIfExists(path);
        }
    }

    /** Stores what is wrong with the rows, by their numbers in the quarantine. */
    void judged(Map<Long, List<Fault>> found) {
        faults = found;
    }

    /** What is wrong with the rows, by their numbers in the quarantine. */
    Map<Long, List<Fault>> faults() {
        return faults;
    }

    /** The rows that would load. */
    ReturnedFile withoutFaults() {
        return new ReturnedFile(
                rows.stream()
                        .filter(row -> !faults.containsKey(row.longInteger("quarantine_id")))
                        .toList(),
                correction);
    }

    int size() {
        return rows.size();
    }

    /** The rows with their new cells. */
    String csv() {
        Map<String, Object> header = new HashMap<>();
        header.put("header", rows.get(0).text("header"));
        header.put("delimiter", rows.get(0).text("delimiter"));
        header.put("numbered", rows.stream().anyMatch(row -> row.textOrNull("occurrence") != null) ? 1 : 0);
        RejectsTable table = new RejectsTable(new SqlRow(header));
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(table.titles());
            for (SqlRow row : rows) {
                printer.printRecord(record(table, row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory can always be written", e);
        }
        return text.toString();
    }

    private List<String> record(RejectsTable table, SqlRow row) {
        List<String> names = table.names();
        Map<String, String> cells = correction.cells(row.longInteger("quarantine_id"));
        for (String column : cells.keySet()) {
            if (RejectColumns.isOne(column) || !names.contains(column)) {
                throw new BadRequestException("cells", "columns of the file, " + String.join(", ", names), column);
            }
        }
        List<String> record = new ArrayList<>(table.record(row));
        for (int i = 0; i < names.size(); i++) {
            String cell = cells.get(names.get(i));
            if (cell != null) {
                record.set(i, Formulas.disarm(cell));
            }
        }
        return record;
    }
}
