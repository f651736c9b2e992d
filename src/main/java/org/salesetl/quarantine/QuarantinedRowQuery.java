package org.salesetl.quarantine;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.SqlRow;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.WebRequest;

/**
 * Which quarantined row somebody wants to see.
 *
 * @param id its number in the quarantine
 */
public record QuarantinedRowQuery(long id) implements SqlParameters {

    /**
     * The row that a request's path ends with.
     *
     * @throws NotFoundException if it is no number
     */
    public static QuarantinedRowQuery of(WebRequest request) {
        String id = request.lastSegment();
        if (!id.matches("\\d{1,18}")) {
            throw new NotFoundException("There is no row " + id + " in quarantine; rows are numbered");
        }
        return new QuarantinedRowQuery(Long.parseLong(id));
    }

    /** Everything that the statement asks for. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of("id", id);
    }

    /**
     * What was found.
     *
     * @param row the row of {@code select-one.sql}; null if there is none
     */
    record Found(QuarantinedRowQuery query, @Nullable SqlRow row) {}
}
