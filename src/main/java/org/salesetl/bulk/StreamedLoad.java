package org.salesetl.bulk;

import java.io.ByteArrayInputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.salesetl.row.BulkRow;
import org.salesetl.row.DelimitedText;
import org.springframework.dao.DataAccessException;

/**
 * A {@code LOAD DATA LOCAL} that takes rows while they are made: the database works on one core while reading and validating go
 * on on another. Until {@link #finish()} nothing else may use the connection.
 *
 * <p>A load that fits one block gets no thread: ten thousand small files would pay for threads and gain nothing.
 */
final class StreamedLoad implements BulkLoad {

    private static final int BLOCK_CHARACTERS = 1 << 17;

    private final LoadStatement statement;
    private final DelimitedText text = new DelimitedText();
    private final Blocks blocks = new Blocks();
    private @Nullable FutureTask<LocalInfile> running;
    private long written;
    private boolean completed;
    private boolean finished;

    StreamedLoad(LoadStatement statement) {
        this.statement = statement;
    }

    @Override
    public void write(BulkRow row) {
        row.writeTo(text);
        written++;
        if (text.length() >= BLOCK_CHARACTERS) {
            if (running == null) {
                running = start();
            }
            send(running);
        }
    }

    @Override
    public void complete() {
        if (running != null && !completed) {
            completed = true;
            send(running);
            end(running);
        }
    }

    @Override
    public long finish() {
        complete();
        finished = true;
        if (written > 0) {
            load().requireAll(written);
        }
        return written;
    }

    private LocalInfile load() {
        try {
            return running == null ? statement.load(new ByteArrayInputStream(text.take())) : running.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DataAccessException failure
                    ? failure
                    : new IllegalStateException("The load failed", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Ends the statement as if there were no more rows: an error in the stream would make the connection unusable. */
    @Override
    public void close() {
        if (finished || running == null) {
            return;
        }
        finished = true;
        try {
            if (!completed) {
                end(running);
            }
            running.get();
        } catch (ExecutionException e) {
            // the transaction is rolled back anyway
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private FutureTask<LocalInfile> start() {
        FutureTask<LocalInfile> task = new FutureTask<>(() -> statement.load(blocks));
        new Thread(task, "bulk-load").start();
        return task;
    }

    private void send(FutureTask<LocalInfile> reader) {
        try {
            blocks.put(text.take(), reader);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void end(FutureTask<LocalInfile> reader) {
        try {
            blocks.end(reader);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while the database was loading", e);
    }
}
