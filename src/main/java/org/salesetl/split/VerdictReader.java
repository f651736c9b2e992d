package org.salesetl.split;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.validation.JudgedRow;

/** Reads the verdicts on the rows of a file, range by range, in the order of the file. */
public final class VerdictReader implements Closeable {

    private final Path results;
    private int range;
    private @Nullable ObjectInputStream objects;

    /** @param results the folder of the results */
    public VerdictReader(Path results) {
        this.results = results;
    }

    /**
     * The verdicts on the records of the next chunk.
     *
     * @throws IllegalStateException if there are none: the results do not fit the file
     */
    public List<JudgedRow> next() throws IOException {
        ObjectInputStream in = objects;
        while (in == null || !in.readBoolean()) {
            close();
            in = open();
            objects = in;
        }
        try {
            @SuppressWarnings("unchecked") // what VerdictWriter writes
            List<JudgedRow> rows = (List<JudgedRow>) in.readObject();
            return rows;
        } catch (ClassNotFoundException e) {
            throw new IOException("The verdicts were written by another version of the service", e);
        }
    }

    private ObjectInputStream open() throws IOException {
        Path file = results.resolve(JudgeJob.resultName(range));
        if (!Files.exists(file)) {
            throw new IllegalStateException("There are no verdicts on range " + range + " of the file");
        }
        range++;
        return OurObjects.reading(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    @Override
    public void close() throws IOException {
        if (objects != null) {
            objects.close();
        }
        objects = null;
    }
}
