package org.salesetl.split;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.salesetl.layout.ChunkReader;
import org.salesetl.layout.RowReader;
import org.salesetl.text.Chunk;
import org.salesetl.text.RecordChunks.Position;

/**
 * Cuts a file into ranges. Only a reader from the start knows for certain where a record ends, since a line end in quotes ends none. So
 * one pass over the bytes finds the ranges; the pass parses no records unless the meaning of a row depends on the rows above it.
 */
public final class FileSplit {

    private FileSplit() {}

    /**
     * The ranges of a file.
     *
     * @param chunks the records below the header
     * @param reader reads them as rows, and has not read any yet
     * @param bytes about how long a range is to be
     * @param eachChunk what to do before each chunk; whatever it throws ends the work
     */
    public static List<FileRange> of(ChunkReader chunks, RowReader reader, long bytes, Runnable eachChunk)
            throws IOException {
        List<FileRange> ranges = new ArrayList<>();
        long records = 0;
        while (chunks.hasNext()) {
            Position start = chunks.position();
            long before = records;
            RowReader there = copy(reader);
            while (chunks.hasNext() && chunks.position().offset() - start.offset() < bytes) {
                eachChunk.run();
                Chunk chunk = chunks.next();
                records += chunk.size();
                if (reader.remembers()) {
                    reader.read(chunk);
                }
            }
            ranges.add(new FileRange(ranges.size(), start, chunks.position().offset(), before, there));
        }
        return ranges;
    }

    private static RowReader copy(RowReader reader) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(reader);
        }
        try (ObjectInputStream in = OurObjects.reading(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (RowReader) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
