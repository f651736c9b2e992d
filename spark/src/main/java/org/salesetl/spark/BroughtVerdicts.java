package org.salesetl.spark;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.salesetl.split.JudgeJob;

/** Brings verdicts from the folder of an {@link Exchange} to the service, as soon as they are complete; so the service sees how far the job is. */
final class BroughtVerdicts implements AutoCloseable {

    private final FileSystem files;
    private final org.apache.hadoop.fs.Path from;
    private final Path to;
    private final Set<String> brought = new HashSet<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    /**
     * @param from where the cluster puts the verdicts
     * @param to where the service looks for them
     */
    BroughtVerdicts(FileSystem files, URI from, URI to) {
        this.files = files;
        this.from = new org.apache.hadoop.fs.Path(from);
        this.to = Path.of(to);
        clock.scheduleWithFixedDelay(this::tryToBring, 1, 1, TimeUnit.SECONDS);
    }

    private void tryToBring() {
        try {
            bring();
        } catch (IOException | RuntimeException e) {
            // the last look fails for the same reason, and with it the job
            System.err.println("Verdicts could not be brought, and are tried again: " + e);
        }
    }

    /** Brings what is complete and has not been brought. */
    synchronized void bring() throws IOException {
        for (FileStatus file : files.listStatus(from)) {
            String name = file.getPath().getName();
            if (JudgeJob.isComplete(name) && !brought.contains(name)) {
                Path unfinished = to.resolve(name + ".part");
                try (InputStream bytes = files.open(file.getPath())) {
                    Files.copy(bytes, unfinished, StandardCopyOption.REPLACE_EXISTING);
                }
                Files.move(unfinished, to.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                brought.add(name);
            }
        }
    }

    @Override
    public void close() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(1, TimeUnit.MINUTES)) {
                clock.shutdownNow();
            }
        } catch (InterruptedException e) {
            clock.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
