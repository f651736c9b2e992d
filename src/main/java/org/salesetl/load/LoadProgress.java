package org.salesetl.load;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.salesetl.text.Chunk;
import org.springframework.stereotype.Component;

/** The progress of this instance's run, for people who watch it. */
@Component
public class LoadProgress {

    private volatile @Nullable InHand current;
    private volatile @Nullable OnCluster onCluster;

    /**
     * Notes how much of a file a cluster has judged.
     *
     * @param since when the cluster has got the file
     * @param share the part of the work that is done, from 0 to 1
     */
    public void judging(Claim claim, Instant since, double share) {
        current = null;
        onCluster = new OnCluster(claim, since, share);
    }

    /** Notes that the run begins to read another file. */
    void reading(FileLoad load) {
        onCluster = null;
        current = new InHand(load, Instant.now(), new AtomicLong());
    }

    /** Notes that the run has read a chunk of its file. */
    public void read(Chunk chunk) {
        InHand file = current;
        if (file != null) {
            file.bytes.addAndGet(chunk.length());
        }
    }

    /** Notes that the run has ended. */
    public void done() {
        current = null;
        onCluster = null;
    }

    /** The file that this process reads; null if there is none. */
    public @Nullable InHand current() {
        return current;
    }

    /** The file that a cluster judges; null if there is none. */
    public @Nullable OnCluster onCluster() {
        return onCluster;
    }

    /**
     * A file that a cluster judges.
     *
     * @param since when the cluster has got the file
     * @param share the part of the work that is done, from 0 to 1
     */
    public record OnCluster(Claim claim, Instant since, double share) {}

    /**
     * A file that is being read.
     *
     * @param load its load, whose books fill meanwhile
     * @param since when the reading began
     * @param bytes how many of its bytes have been read, decompressed and in UTF-8
     */
    public record InHand(FileLoad load, Instant since, AtomicLong bytes) {}
}
