package org.salesetl.bulk;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The loads of one file, each by the name of its statement in {@code sql/}, for example {@code sale/load-new}. They belong to the
 * transaction in which they are first written to.
 */
public final class TableLoads implements AutoCloseable {

    private final Map<String, BulkLoad> open = new LinkedHashMap<>();
    private final Set<String> started = new HashSet<>();
    private final Function<String, BulkLoad> streamed;
    private final Function<String, BulkLoad> spooled;

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

    /** Starts a load whose rows go to the database at once. Until it is finished, the connection takes nothing else. */
    public void start(String name) {
        open.put(name, streamed.apply(name));
        started.add(name);
    }

    /** Whether a load of this name has been started; it may have been finished since. */
    public boolean isStarted(String name) {
        return started.contains(name);
    }

    /** Sends rows to the database by a load that has been started. */
    public void stream(String name, List<? extends BulkRow> rows) {
        BulkLoad load = open.get(name);
        if (load == null) {
            throw new IllegalStateException("The load " + name + " has not been started");
        }
        write(load, rows);
    }

    /** Keeps rows until they are finished, since the connection may be busy with others. */
    public void keep(String name, List<? extends BulkRow> rows) {
        if (!rows.isEmpty()) {
            write(open.computeIfAbsent(name, spooled), rows);
        }
    }

    /** Sends what is left of the rows that were written under this name; there will be no more. */
    public void complete(String name) {
        BulkLoad load = open.get(name);
        if (load != null) {
            load.complete();
        }
    }

    /**
     * Waits until the database has every row that was written under this name; there need not be any.
     *
     * @return how many rows there were
     * @throws org.springframework.dao.DuplicateKeyException if the table knew the unique key of some of them already
     */
    public long finish(String name) {
        BulkLoad load = open.remove(name);
        return load == null ? 0 : load.finish();
    }

    /** Gives up what is not finished, so that the transaction can be rolled back. */
    @Override
    public void close() {
        open.values().forEach(BulkLoad::close);
        open.clear();
    }

    private static void write(BulkLoad load, List<? extends BulkRow> rows) {
        rows.forEach(row -> row.writeTo(load));
    }
}
