package org.salesetl.rawdata;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.SqlRow;

/** Collects the rows of a table that somebody wants to see. */
final class DataDraft implements SqlParameters {

    private final DataQuery query;
    private long lookedThrough;
    private long total;
    private List<SqlRow> rows = List.of();

    DataDraft(DataQuery query) {
        this.query = query;
    }

    DataQuery query() {
        return query;
    }

    /** The rows that an index finds, among which the others have to be looked through. */
    DataQuery narrowed() {
        return query.narrowed();
    }

    /** Takes over how many rows the table has: as many as there are to see, and to look through, unless something is asked of them. */
    void rowsInTable(Number count) {
        lookedThrough = count.longValue();
        total = count.longValue();
    }

    /** Whether rows have to be looked through, and are perhaps too many for that. */
    boolean needsIndex() {
        return query.needsIndex(lookedThrough);
    }

    /** Whether an index leaves fewer rows to look through than all of them. */
    boolean isNarrow() {
        return !query.narrowed().isWhole();
    }

    /** Takes over how many rows the index leaves. */
    void narrowedTo(Number count) {
        lookedThrough = count.longValue();
    }

    /** Refuses to look through too many rows. */
    void checkLookedThrough() {
        query.checkLookedThrough(lookedThrough);
    }

    /** Takes over the rows. */
    void found(List<SqlRow> found) {
        rows = found;
    }

    List<SqlRow> rows() {
        return rows;
    }

    /** Whether something is asked of the rows. */
    boolean isFiltered() {
        return !query.isWhole();
    }

    /** Takes over how many rows there are without limit and offset. */
    void counted(Number count) {
        total = count.longValue();
    }

    long total() {
        return total;
    }

    /** Everything that the table's statements ask for. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return query.parameters();
    }
}
