package org.salesetl.load;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import org.salesetl.layout.ChunkReader;

/** The records of a file that is being loaded, in chunks. The iterator keeps the file open until it is closed. */
public final class RowChunks implements Iterator<RowChunk>, Closeable {

    private final FileLoad load;
    private final ChunkReader chunks;

    /**
     * @param load the load of the file
     * @param chunks its records; closed together with this iterator
     */
    public RowChunks(FileLoad load, ChunkReader chunks) {
        this.load = load;
        this.chunks = chunks;
    }

    @Override
    public boolean hasNext() {
        return chunks.hasNext();
    }

    @Override
    public RowChunk next() {
        return new RowChunk(load, chunks.next());
    }

    @Override
    public void close() throws IOException {
        chunks.close();
    }
}
