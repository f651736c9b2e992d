package org.salesetl.lake;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;

/** Rows of a query as files for Spark: a line of JSON each, compressed. A task of Spark reads a file. */
final class RowFiles implements Closeable {

    private static final int ROWS_OF_FILE = 1_000_000;

    private static final ObjectWriter LINES = new ObjectMapper()
            .writer()
            .with(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .withRootValueSeparator("\n");

    private final Path folder;
    private final String name;
    private final List<Path> files = new ArrayList<>();
    private @Nullable SequenceWriter current;
    private long rows;

    /** @param name the beginning of the names of the files */
    RowFiles(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    void add(SqlRow row) {
        try {
            if (current == null || rows % ROWS_OF_FILE == 0) {
                current = next();
            }
            current.write(row.columns());
            rows++;
        } catch (IOException e) {
            throw new UncheckedIOException("The rows cannot be put aside for Spark", e);
        }
    }

    private SequenceWriter next() throws IOException {
        close();
        Path file = folder.resolve("%s-%06d.json.gz".formatted(name, files.size()));
        files.add(file);
        return LINES.writeValues(new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), 1 << 16));
    }

    /** How many rows there are. */
    long rows() {
        return rows;
    }

    /** The addresses of the files. */
    List<String> addresses() {
        return files.stream()
                .map(file -> file.toAbsolutePath().toUri().toString())
                .toList();
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }
}
