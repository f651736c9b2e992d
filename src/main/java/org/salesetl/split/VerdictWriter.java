package org.salesetl.split;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.salesetl.validation.JudgedRow;

/** Writes the verdicts on the rows of a range, chunk by chunk. */
public final class VerdictWriter implements Closeable {

    private final ObjectOutputStream out;

    public VerdictWriter(OutputStream target) throws IOException {
        this.out = new ObjectOutputStream(new BufferedOutputStream(target, 1 << 16));
    }

    /** Writes the verdicts on the rows of a chunk. */
    public void write(List<JudgedRow> rows) throws IOException {
        out.writeBoolean(true);
        out.writeObject(new ArrayList<>(rows));
        // the stream remembers each object for the case that it comes once more
        out.reset();
    }

    /** Ends the verdicts on the range. */
    public void end() throws IOException {
        out.writeBoolean(false);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
