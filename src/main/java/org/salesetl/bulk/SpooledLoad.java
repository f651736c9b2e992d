package org.salesetl.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A {@code LOAD DATA LOCAL} of rows that have to wait, because another load has the connection: what does not fit one block
 * waits in a file.
 */
final class SpooledLoad implements BulkLoad {

    private static final int BLOCK_CHARACTERS = 1 << 20;

    private final LoadStatement statement;
    private final Path folder;
    private final DelimitedText text = new DelimitedText();
    private @Nullable Path file;
    private long written;

    SpooledLoad(LoadStatement statement, Path folder) {
        this.statement = statement;
        this.folder = folder;
    }

    @Override
    public void write(BulkRow row) {
        row.writeTo(text);
        written++;
        if (text.length() >= BLOCK_CHARACTERS) {
            spool();
        }
    }

    @Override
    public void complete() {
        // it waits for the connection
    }

    @Override
    public long finish() {
        if (written == 0) {
            return 0;
        }
        try (InputStream rows = rows()) {
            statement.load(rows).requireAll(written);
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        written = 0;
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot delete " + file, e);
            }
            file = null;
        }
    }

    private void spool() {
        try {
            if (file == null) {
                file = Files.createTempFile(Files.createDirectories(folder), "rows", ".spool");
            }
            Files.write(file, text.take(), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }

    private InputStream rows() throws IOException {
        InputStream last = new ByteArrayInputStream(text.take());
        return file == null ? last : new SequenceInputStream(Files.newInputStream(file), last);
    }
}
