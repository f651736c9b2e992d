package org.salesetl.bulk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The loads of one file, each by the name of its statement in {@code sql/}, for example {@code sale/load-new}. They belong to the
 * transaction in which they are first written to.
 */
public final class TableLoads implements AutoCloseable {

    private final Map<String, BulkLoad> kept = new LinkedHashMap<>();
    private final Function<String, BulkLoad> streamed;
    private final Function<String, BulkLoad> spooled;
    private @Nullable BulkLoad stream;

    TableLoads(Function<String, BulkLoad> streamed, Function<String, BulkLoad> spooled) {
        this.streamed = streamed;
        this.spooled = spooled;
    }

    /** For rows that are only read: there are no tables. */
    public static TableLoads none() {
        Function<String, BulkLoad> refuse = name -> {
            throw new IllegalStateException("There is no table for " + name);
        };
        return new TableLoads(refuse, refuse);
    }

    /** Starts the load whose rows go to the database at once. Until it is finished, the connection takes nothing else. */
    public void start(String name) {
        if (stream != null) {
            throw new IllegalStateException("Another load goes on: " + name + " cannot start");
        }
        stream = streamed.apply(name);
    }

    /** Sends rows to the database by the load that has been started. */
    public void stream(List<? extends BulkRow> rows) {
        if (stream == null) {
            throw new IllegalStateException("No load has been started");
        }
        rows.forEach(stream::write);
    }

    /** Sends what is left of the rows of the load that has been started, if one has; there will be no more. */
    public void complete() {
        if (stream != null) {
            stream.complete();
        }
    }

    /**
     * Waits until the database has every row of the load that has been started, if one has.
     *
     * @return how many rows there were
     * @throws org.springframework.dao.DuplicateKeyException if the table knew the unique key of some of them already
     */
    public long finish() {
        BulkLoad finishing = stream;
        stream = null;
        return finishing == null ? 0 : finishing.finish();
    }

    /** Keeps rows until they are finished, since the connection may be busy with others. */
    public void keep(String name, List<? extends BulkRow> rows) {
        if (!rows.isEmpty()) {
            rows.forEach(kept.computeIfAbsent(name, spooled)::write);
        }
    }

    /** Waits until the database has every row that was kept under this name; there need not be any. */
    public void finish(String name) {
        BulkLoad load = kept.remove(name);
        if (load != null) {
            load.finish();
        }
    }

    /** Gives up what is not finished, so that the transaction can be rolled back. */
    @Override
    public void close() {
        if (stream != null) {
            stream.close();
            stream = null;
        }
        kept.values().forEach(BulkLoad::close);
        kept.clear();
    }
}
