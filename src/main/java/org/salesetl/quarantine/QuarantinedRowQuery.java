package org.salesetl.quarantine;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;
import org.salesetl.web.Caller;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.WebRequest;

/**
 * A question for one quarantined row.
 *
 * @param id the number of the row in the quarantine
 * @param caller who asks, and may not see personal data
 */
public record QuarantinedRowQuery(long id, Caller caller) implements SqlParameters {

    /**
     * The row at the end of a request's path.
     *
     * @throws NotFoundException if the path does not end with a number
     */
    public static QuarantinedRowQuery of(WebRequest request) {
        String id = request.lastSegment();
        if (!id.matches("\\d{1,18}")) {
            throw new NotFoundException("There is no row " + id + " in quarantine; rows are numbered");
        }
        return new QuarantinedRowQuery(Long.parseLong(id), request.caller());
    }

    /** The row with all that it says, for operators, who alone correct rows. */
    public static QuarantinedRowQuery whole(long id) {
        return new QuarantinedRowQuery(id, Caller.STRANGER);
    }

    /** The parameters of {@code select-one.sql}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of("id", id);
    }

    /**
     * The answer to the question.
     *
     * @param row the row of {@code select-one.sql}; null if there is no such row
     */
    record Found(QuarantinedRowQuery query, @Nullable SqlRow row) {}
}
