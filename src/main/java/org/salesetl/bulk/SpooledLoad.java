package org.salesetl.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * A {@code LOAD DATA LOCAL} of rows that have to wait, because another load has the connection: what does not fit one block
 * waits in a file.
 */
final class SpooledLoad implements BulkLoad {

    private static final int BLOCK_CHARACTERS = 1 << 20;

    private final Connection connection;
    private final String statement;
    private final SQLExceptionTranslator translator;
    private final Path folder;
    private final DelimitedText text = new DelimitedText();
    private @Nullable Path file;
    private long written;

    SpooledLoad(Connection connection, String statement, SQLExceptionTranslator translator, Path folder) {
        this.connection = connection;
        this.statement = statement;
        this.translator = translator;
        this.folder = folder;
    }

    @Override
    public RowWriter text(@Nullable String value) {
        text.text(value);
        return this;
    }

    @Override
    public RowWriter number(long value) {
        text.number(value);
        return this;
    }

    @Override
    public RowWriter decimal(@Nullable BigDecimal value) {
        text.decimal(value);
        return this;
    }

    @Override
    public void end() {
        text.end();
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
            LocalInfile.load(connection, statement, rows).requireAll(written);
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        } catch (SQLException e) {
            RuntimeException translated = translator.translate("bulk load", statement, e);
            throw translated == null ? new IllegalStateException("The load failed", e) : translated;
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
