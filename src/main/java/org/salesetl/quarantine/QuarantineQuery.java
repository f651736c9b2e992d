package org.salesetl.quarantine;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.slice.MetricFilter;
import org.salesetl.sql.SqlParameters;
import org.salesetl.validation.Reason;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.vocabulary.Role;
import org.salesetl.web.Caller;
import org.salesetl.web.Input;
import org.salesetl.web.Parameter;
import org.salesetl.web.WebRequest;

/**
 * A question for some quarantined rows.
 *
 * @param filter which rows
 * @param caller who asks, and may not see personal data
 * @param limit the largest number of rows in the answer
 * @param offset how many rows to skip
 */
public record QuarantineQuery(QuarantineFilter filter, Caller caller, int limit, int offset) implements SqlParameters {

    private static final int MOST_ROWS = 500;

    /** Settled rows are in the answer only if the request asks for their status. */
    private static final List<String> ALL_STATUSES = Stream.concat(
                    QuarantineFilter.WAITING.stream(), Stream.of("resolved", "dismissed", "released", "superseded"))
            .toList();

    private static final Parameter<@Nullable String> STATUS = Parameter.oneOf("status", ALL_STATUSES);
    private static final Parameter<@Nullable String> REASON = Parameter.oneOf("reason", Labelled.labels(Reason.class));
    private static final Parameter<@Nullable String> FILE = Parameter.one("file");
    private static final Parameter<@Nullable String> TEXT = Parameter.one("q");
    private static final Parameter<Integer> LIMIT = Parameter.number("limit", 100, 1, MOST_ROWS);
    private static final Parameter<Integer> OFFSET = Parameter.offset();

    /** The parameters of a request that choose the rows, beside those of the slice. */
    static final List<Input> PARAMETERS = List.of(STATUS, REASON, FILE, TEXT);

    /** The parameters of a request that choose a part of the rows. */
    static final List<Input> PARTS = List.of(LIMIT, OFFSET);

    /**
     * The question of a request.
     *
     * @throws org.salesetl.web.ForbiddenException if somebody from whom personal data is hidden looks for a text in the rows
     * @throws org.salesetl.web.BadRequestException if the request names an unknown status or reason, or a date that is not a date
     */
    public static QuarantineQuery of(WebRequest request) {
        String text = TEXT.of(request);
        if (text != null && request.caller().masked()) {
            // whoever may not see the records could find out what is in them, letter by letter
            request.caller().require(Role.OPERATOR);
        }
        return new QuarantineQuery(
                new QuarantineFilter(
                        STATUS.of(request), REASON.of(request), FILE.of(request), text, MetricFilter.of(request)),
                request.caller(),
                LIMIT.of(request),
                OFFSET.of(request));
    }

    /** Whether the question is for all rejected rows of one file, which somebody can correct and drop again. */
    public boolean isRejectsOfOneFile() {
        return filter.isRejectsOfOneFile();
    }

    /** The same question without limit and offset. */
    QuarantineQuery unlimited() {
        return new QuarantineQuery(filter, caller, Integer.MAX_VALUE, 0);
    }

    /** The parameters of {@code select.sql}, which looks for the rows of one status, and for those of another. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        List<String> statuses = filter.statuses();
        Map<String, @Nullable Object> parameters = filter.parameters();
        parameters.put("status", statuses.get(0));
        parameters.put("otherStatus", statuses.size() > 1 ? statuses.get(1) : "");
        parameters.put("reach", (long) limit + offset);
        parameters.put("limit", limit);
        parameters.put("offset", offset);
        return parameters;
    }
}
