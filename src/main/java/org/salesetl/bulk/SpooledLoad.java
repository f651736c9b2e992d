package org.salesetl.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import org.salesetl.row.BulkRow;
import org.salesetl.row.DelimitedText;
import org.salesetl.work.ScratchFile;
import org.salesetl.work.WorkFolder;

/**
 * A {@code LOAD DATA LOCAL} of rows that have to wait because another load uses the connection. Rows that do not fit one block
 * wait in a file.
 */
final class SpooledLoad implements BulkLoad {

    private static final int BLOCK_CHARACTERS = 1 << 20;

    private final LoadStatement statement;
    private final DelimitedText text = new DelimitedText();
    private final ScratchFile file;
    private long written;

    SpooledLoad(LoadStatement statement, WorkFolder folder) {
        this.statement = statement;
        this.file = new ScratchFile(folder);
    }

    @Override
    public void write(BulkRow row) {
        row.writeTo(text);
        written++;
        if (text.length() >= BLOCK_CHARACTERS) {
            try {
                file.append(text.take());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write to the work folder", e);
            }
        }
    }

    @Override
    public void complete() {
        // the rows wait for the connection
    }

    @Override
    public long finish() {
        if (written == 0) {
            return 0;
        }
        try {
            InputStream last = new ByteArrayInputStream(text.take());
            statement.load(new SequenceInputStream(file.stream(), last)).requireAll(written);
            return written;
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete a work file", e);
        }
    }
}
