package org.salesetl.rawdata;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;

/** Collects the rows of a table that a request asks for. */
final class DataDraft implements SqlParameters {

    private final DataQuery query;
    private long rowsToRead;
    private long total;
    private List<SqlRow> rows = List.of();

    DataDraft(DataQuery query) {
        this.query = query;
    }

    DataQuery query() {
        return query;
    }

    /** The query for all rows that an index finds. The database reads these rows to apply the other filters. */
    DataQuery narrowed() {
        return query.narrowed();
    }

    /** Stores the number of rows in the table. Without filters, the answer has this total. */
    void rowsInTable(Number count) {
        rowsToRead = count.longValue();
        total = count.longValue();
    }

    /** Whether the database has to read rows one by one, and the table may have too many rows for that. */
    boolean needsIndex() {
        return query.needsIndex(rowsToRead);
    }

    /** Whether a filter uses an index, so that the database need not read all rows. */
    boolean isNarrow() {
        return !query.narrowed().isWhole();
    }

    /** Stores the number of rows that the index finds. */
    void narrowedTo(Number count) {
        rowsToRead = count.longValue();
    }

    /**
     * Makes sure that the database need not read too many rows.
     *
     * @throws org.salesetl.web.BadRequestException if it would read too many rows
     */
    void checkRowsToRead() {
        query.checkRowsToRead(rowsToRead);
    }

    /** Stores the rows of the answer. */
    void found(List<SqlRow> found) {
        rows = found;
    }

    List<SqlRow> rows() {
        return rows;
    }

    /** Whether the query has a filter or a search. */
    boolean isFiltered() {
        return !query.isWhole();
    }

    /** Stores the number of all rows that match, without limit and offset. */
    void counted(Number count) {
        total = count.longValue();
    }

    long total() {
        return total;
    }

    /** The parameters of all statements for the table. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return query.parameters();
    }
}
