package org.salesetl.load;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.salesetl.text.Chunk;
import org.springframework.stereotype.Component;

/** How far this instance's run has come, for those who watch it. */
@Component
public class LoadProgress {

    private volatile @Nullable InHand current;

    /** Notes that the run has come to another file. */
    void reading(FileLoad load) {
        current = new InHand(load, Instant.now(), new AtomicLong());
    }

    /** Notes that the run has read some of its file. */
    public void read(Chunk chunk) {
        InHand file = current;
        if (file != null) {
            file.bytes.addAndGet(chunk.length());
        }
    }

    /** Notes that the run has ended. */
    public void done() {
        current = null;
    }

    /** The file in hand; null if there is none. */
    public @Nullable InHand current() {
        return current;
    }

    /**
     * A file that is being read.
     *
     * @param load the file, whose books fill meanwhile
     * @param since when that began
     * @param bytes how many bytes of it have been read, decompressed and in UTF-8
     */
    public record InHand(FileLoad load, Instant since, AtomicLong bytes) {}
}
