package org.salesetl.layout;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.salesetl.text.Chunk;
import org.salesetl.text.DropStream;
import org.salesetl.text.Encoding;
import org.salesetl.text.JsonLines;
import org.salesetl.text.RecordChunks;
import org.salesetl.text.RecordChunks.Position;
import org.salesetl.text.Records;
import org.salesetl.text.RefusedFileException;

/** Reads the records below a file's header, in chunks. */
public final class ChunkReader implements Iterator<Chunk>, Closeable {

    private final Records chunks;

    private ChunkReader(Records chunks) {
        this.chunks = chunks;
    }

    public static ChunkReader open(Path file, Layout layout) throws IOException {
        Encoding encoding = layout.conventions().encoding();
        if (JsonLines.are(file)) {
            // the header stands in no line
            return new ChunkReader(JsonLines.records(file, encoding, layout.header()));
        }
        ChunkReader reader = new ChunkReader(new RecordChunks(DropStream.text(file, encoding), layout.delimiter()));
        for (int record = 0; record <= layout.table().recordsBefore(); record++) {
            reader.guarded(reader.chunks::nextRecord);
        }
        return reader;
    }

    /**
     * Where the next chunk starts.
     *
     * @throws UnsupportedOperationException if the file is none of CSV
     */
    public Position position() {
        if (chunks instanceof RecordChunks csv) {
            return csv.position();
        }
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean hasNext() {
        return guarded(chunks::hasNext);
    }

    @Override
    public Chunk next() {
        return guarded(chunks::next);
    }

    @Override
    public void close() throws IOException {
        chunks.close();
    }

    private <T extends @Nullable Object> T guarded(Supplier<T> read) {
        try {
            return read.get();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ZipException || e.getCause() instanceof EOFException) {
                throw RefusedFileException.damagedCompression();
            }
            throw e;
        }
    }
}
