package org.salesetl.bulk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.salesetl.row.BulkRow;

/**
 * The loads of one file. The name of a load is that of its statement in {@code sql/}, for example {@code sale/load-new}. A load
 * belongs to the transaction in which its first row is written.
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

    /** No loads, for rows that are only read and go into no table. */
    public static TableLoads none() {
        Function<String, BulkLoad> refuse = name -> {
            throw new IllegalStateException("There is no table for " + name);
        };
        return new TableLoads(refuse, refuse);
    }

    /** Starts the load whose rows go to the database at once. Nothing else can use the connection until this load is finished. */
    public void start(String name) {
        if (stream != null) {
            throw new IllegalStateException("Another load goes on: " + name + " cannot start");
        }
        stream = streamed.apply(name);
    }

    /** Sends rows to the database by the load that was started. */
    public void stream(List<? extends BulkRow> rows) {
        if (stream == null) {
            throw new IllegalStateException("No load has been started");
        }
        rows.forEach(stream::write);
    }

    /** Sends the rest of the rows of the load that was started, if there is one; no more rows may follow. */
    public void complete() {
        if (stream != null) {
            stream.complete();
        }
    }

    /**
     * Waits until the database has every row of the load that was started, if there is one.
     *
     * @return how many rows there were
     * @throws org.springframework.dao.DuplicateKeyException if the unique key of some of them is in the table already
     */
    public long finish() {
        BulkLoad finishing = stream;
        stream = null;
        return finishing == null ? 0 : finishing.finish();
    }

    /** Keeps rows until their load is finished, since the connection may be busy with another load. */
    public void keep(String name, List<? extends BulkRow> rows) {
        if (!rows.isEmpty()) {
            rows.forEach(kept.computeIfAbsent(name, spooled)::write);
        }
    }

    /** Waits until the database has every row that was kept under this name, if there are any. */
    public void finish(String name) {
        BulkLoad load = kept.remove(name);
        if (load != null) {
            load.finish();
        }
    }

    /** Gives up all unfinished loads, so that the transaction can be rolled back. */
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
