package org.salesetl.quarantine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.quarantine.QuarantinedRow.Status;
import org.salesetl.validation.Reason;
import org.salesetl.web.WebRequest;

/**
 * Which quarantined rows somebody wants to see.
 *
 * @param status rejected or parked; null for both
 * @param reason a reason's code; null for any
 * @param file the name of the file they came from; null for any
 * @param limit how many at the most
 * @param offset how many to skip
 */
public record QuarantineQuery(
        @Nullable String status,
        @Nullable String reason,
        @Nullable String file,
        int limit,
        int offset) {

    private static final int MOST_ROWS = 500;
    private static final List<String> STATUSES =
            Arrays.stream(Status.values()).map(Status::label).toList();
    private static final List<String> REASONS =
            Arrays.stream(Reason.values()).map(Reason::code).toList();

    /**
     * What a request asks for.
     *
     * @throws org.salesetl.web.BadRequestException if it names no status or reason that there is
     */
    public static QuarantineQuery of(WebRequest request) {
        return new QuarantineQuery(
                request.oneOf("status", STATUSES),
                request.oneOf("reason", REASONS),
                request.one("file"),
                request.number("limit", 100, 1, MOST_ROWS),
                request.number("offset", 0, 0, Integer.MAX_VALUE));
    }

    /** The same rows, all of them. */
    QuarantineQuery unlimited() {
        return new QuarantineQuery(status, reason, file, Integer.MAX_VALUE, 0);
    }

    /** The parameters of {@code select.sql} and {@code count.sql}. */
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("statuses", status == null ? STATUSES : List.of(status));
        parameters.put("reason", reason);
        parameters.put("file", file);
        parameters.put("limit", limit);
        parameters.put("offset", offset);
        return parameters;
    }
}
