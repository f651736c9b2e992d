package org.salesetl.bulk;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * One {@code LOAD DATA LOCAL} that takes rows while they are made: the database works on one core while reading and validating
 * go on on the other. Until {@link #finish()} nobody else may use the connection.
 *
 * <p>A load that fits one block has no thread of its own: ten thousand small files would pay for it and gain nothing.
 */
final class StreamedLoad implements BulkLoad {

    private static final int BLOCK_CHARACTERS = 1 << 17;

    private final Connection connection;
    private final String statement;
    private final SQLExceptionTranslator translator;
    private final DelimitedText text = new DelimitedText();
    private final Blocks blocks = new Blocks();
    private @Nullable FutureTask<LocalInfile> running;
    private long written;
    private boolean completed;
    private boolean finished;

    StreamedLoad(Connection connection, String statement, SQLExceptionTranslator translator) {
        this.connection = connection;
        this.statement = statement;
        this.translator = translator;
    }

    @Override
    public RowWriter text(@Nullable String value) {
        text.text(value);
        return this;
    }

    @Override
    public RowWriter number(long value) {
        text.number(value);
        return this;
    }

    @Override
    public RowWriter decimal(@Nullable BigDecimal value) {
        text.decimal(value);
        return this;
    }

    @Override
    public void end() {
        text.end();
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
            if (running == null) {
                return LocalInfile.load(connection, statement, new ByteArrayInputStream(text.take()));
            }
            return running.get();
        } catch (SQLException e) {
            throw translated(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException cause
                    ? translated(cause)
                    : new IllegalStateException("The load failed", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The statement ends as if there were no more rows: an error in the stream would leave the connection unusable. */
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
        FutureTask<LocalInfile> task = new FutureTask<>(() -> LocalInfile.load(connection, statement, blocks));
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

    private RuntimeException translated(SQLException e) {
        RuntimeException translated = translator.translate("bulk load", statement, e);
        return translated == null ? new IllegalStateException("The load failed", e) : translated;
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while the database was loading", e);
    }
}
