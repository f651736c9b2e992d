package org.salesetl.quarantine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;
import org.salesetl.web.Caller;

/** Collects the quarantined rows that a request asks for. */
final class QuarantineDraft implements SqlParameters {

    private final QuarantineQuery query;
    private List<SqlRow> rows = List.of();
    private long total;

    QuarantineDraft(QuarantineQuery query) {
        this.query = query;
    }

    /** Stores the rows of {@code select.sql}. */
    void found(List<SqlRow> found) {
        rows = found;
    }

    /** Who asks. */
    Caller caller() {
        return query.caller();
    }

    List<SqlRow> rows() {
        return rows;
    }

    /** Which rows the request asks for, on whatever page of the list. */
    QuarantineFilter filter() {
        return query.filter();
    }

    /** Stores the number of all rows that match, without limit and offset. */
    void counted(long rowsInAll) {
        total = rowsInAll;
    }

    long total() {
        return total;
    }

    /** The parameters of {@code select.sql}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return query.parameters();
    }
}
