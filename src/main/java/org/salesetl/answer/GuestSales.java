package org.salesetl.answer;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.salesetl.archive.RejectsCsv;
import org.salesetl.inbox.FileNames;
import org.salesetl.inbox.Inbox;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;
import org.salesetl.work.WorkFolder;

/**
 * The rejected sales of one file that lack a customer and nothing else, on their way back into the inbox as a file of rejects. A
 * sale with another fault would be rejected again, and the copy of an earlier sale would overwrite that sale.
 */
final class GuestSales implements SqlParameters, Closeable {

    private final String name;
    private final Path path;
    private final RejectsCsv csv;

    private GuestSales(String name, Path path, RejectsCsv csv) {
        this.name = name;
        this.path = path;
        this.csv = csv;
    }

    /**
     * Begins the file of rejects in the work folder.
     *
     * @param file a row of {@code select-files-with-guest-sales.sql}
     */
    static GuestSales of(SqlRow file, WorkFolder folder) throws IOException {
        Path path = folder.path().resolve(UUID.randomUUID().toString());
        return new GuestSales(
                FileNames.stem(file.text("file")) + ".without-customer.csv",
                path,
                RejectsCsv.begin(path, file.integer("file_id"), file));
    }

    /** Whether every sale of the file has been written. */
    boolean isComplete() {
        return csv.isComplete();
    }

    /** Writes the next rows of {@code select-guest-sales-of-file.sql}. */
    void append(List<SqlRow> page) throws IOException {
        csv.append(page);
    }

    /** Drops the file of rejects. */
    void drop(Inbox inbox) throws IOException {
        try (InputStream content = Files.newInputStream(path)) {
            inbox.drop(name, content);
        }
    }

    /** Deletes the file from the work folder. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }

    /** The parameters of {@code select-guest-sales-of-file.sql}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return csv.parameters();
    }
}
