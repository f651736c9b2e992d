package org.salesetl.load;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.ChunkReader;
import org.salesetl.split.VerdictReader;
import org.salesetl.text.Chunk;

/** The records of a file that is being loaded, in chunks. The iterator keeps the file open until it is closed. */
public final class RowChunks implements Iterator<RowChunk>, Closeable {

    private final FileLoad load;
    private final ChunkReader chunks;
    private final @Nullable VerdictReader verdicts;

    /**
     * @param load the load of the file
     * @param chunks its records; closed together with this iterator
     */
    public RowChunks(FileLoad load, ChunkReader chunks) {
        this.load = load;
        this.chunks = chunks;
        Path judged = load.isOfDescriptions() ? null : load.claim().verdicts();
        this.verdicts = judged == null ? null : new VerdictReader(judged);
    }

    @Override
    public boolean hasNext() {
        return chunks.hasNext();
    }

    @Override
    public RowChunk next() {
        Chunk chunk = chunks.next();
        try {
            return verdicts == null ? new RowChunk(load, chunk) : new RowChunk(load, chunk, verdicts.next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (chunks) {
            if (verdicts != null) {
                verdicts.close();
            }
        }
    }
}
