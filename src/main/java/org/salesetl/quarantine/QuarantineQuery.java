package org.salesetl.quarantine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.quarantine.QuarantinedRow.Status;
import org.salesetl.slice.MetricFilter;
import org.salesetl.validation.Reason;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.web.WebRequest;

/**
 * Which quarantined rows somebody wants to see.
 *
 * @param status rejected, parked, or how a row left: resolved, dismissed, released or superseded; null for the first two
 * @param reason a reason's code; null for any
 * @param file the name of the file they came from; null for any
 * @param text what the row has to contain; null for anything
 * @param slice only sales that may belong to it
 * @param limit how many at the most
 * @param offset how many to skip
 */
public record QuarantineQuery(
        @Nullable String status,
        @Nullable String reason,
        @Nullable String file,
        @Nullable String text,
        MetricFilter slice,
        int limit,
        int offset)
        implements SqlParameters {

    private static final int MOST_ROWS = 500;
    private static final List<String> STATUSES = Labelled.labels(Status.class);
    /** The settled ones are told only to those who ask for them. */
    private static final List<String> ALL_STATUSES = Stream.concat(
                    STATUSES.stream(), Stream.of("resolved", "dismissed", "released", "superseded"))
            .toList();

    private static final List<String> REASONS = Labelled.labels(Reason.class);

    /**
     * What a request asks for.
     *
     * @throws org.salesetl.web.BadRequestException if it names no status or reason that there is, or a date that is none
     */
    public static QuarantineQuery of(WebRequest request) {
        return new QuarantineQuery(
                request.oneOf("status", ALL_STATUSES),
                request.oneOf("reason", REASONS),
                request.one("file"),
                request.one("q"),
                MetricFilter.of(request),
                request.number("limit", 100, 1, MOST_ROWS),
                request.number("offset", 0, 0, Integer.MAX_VALUE));
    }

    /** Whether these are the rejected rows of one file: those that somebody can correct and drop again. */
    public boolean isRejectsOfOneFile() {
        return file != null
                && reason == null
                && text == null
                && slice.isEmpty()
                && (status == null || status.equals(Status.REJECTED.label()));
    }

    /** The same rows, all of them. */
    QuarantineQuery unlimited() {
        return new QuarantineQuery(status, reason, file, text, slice, Integer.MAX_VALUE, 0);
    }

    /** The parameters of {@code select.sql} and {@code count.sql}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("statuses", status == null ? STATUSES : List.of(status));
        parameters.put("reason", reason);
        parameters.put("file", file);
        parameters.put("text", text);
        parameters.put("anyKind", slice.isEmpty());
        parameters.putAll(slice.parameters());
        parameters.put("limit", limit);
        parameters.put("offset", offset);
        return parameters;
    }
}
