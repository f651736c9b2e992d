package org.salesetl.archive;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.RejectsTable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;

/**
 * The rejected rows of a file as CSV that a spreadsheet opens: it holds a {@link RejectsTable}. Sales without ids of their own
 * keep the number that tells them from others of the same product in the same order.
 *
 * <p>The file is written page by page, so that a file with rejects only needs no more memory than any other.
 */
public final class RejectsCsv implements SqlParameters {

    private static final int PAGE_ROWS = 500;

    private final Path path;
    private final int fileId;
    private final RejectsTable table;
    private int lastLine;
    private boolean complete;

    private RejectsCsv(Path path, int fileId, SqlRow header) {
        this.path = path;
        this.fileId = fileId;
        this.table = new RejectsTable(header);
    }

    /**
     * Begins the file with its titles.
     *
     * @param path where it is written; a file that is there already is replaced
     * @param fileId the number of the file in the ledger that the rows are from
     * @param header {@code header} and {@code delimiter} of that file, and {@code numbered}: whether any of its rejected rows has
     *     an {@code occurrence}
     */
    public static RejectsCsv begin(Path path, int fileId, SqlRow header) throws IOException {
        RejectsCsv rejects = new RejectsCsv(path, fileId, header);
        Files.deleteIfExists(path);
        rejects.write(List.of(rejects.table.titles()));
        Access.file(path);
        return rejects;
    }

    /** Whether every rejected row has been written. */
    public boolean isComplete() {
        return complete;
    }

    /** The next page, as parameters of {@code select-rejects-of-file.sql}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of("fileId", fileId, "afterLine", lastLine, "pageRows", PAGE_ROWS);
    }

    /**
     * Writes the page that was asked for.
     *
     * @param page rows in the order of their lines: {@code quarantine_id}, {@code line}, {@code reasons}, {@code raw} and
     *     {@code occurrence}
     */
    public void append(List<SqlRow> page) throws IOException {
        write(page.stream().map(table::record).toList());
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
}
