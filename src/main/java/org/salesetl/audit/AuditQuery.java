package org.salesetl.audit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.web.Input;
import org.salesetl.web.Paging;
import org.salesetl.web.Parameter;
import org.salesetl.web.WebRequest;

/**
 * A question for some entries of the audit.
 *
 * @param user the user who did it; null for all
 * @param what the label of an {@link Act}; null for all
 * @param from the first day; null for all
 * @param to the last day; null for all
 * @param text a text in an entry; null for all
 * @param limit the largest number of entries in the answer
 * @param offset how many entries to skip
 * @param zone the time zone of the days
 */
record AuditQuery(
        @Nullable String user,
        @Nullable String what,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String text,
        int limit,
        int offset,
        ZoneId zone)
        implements SqlParameters {

    private static final int MOST_ROWS = 500;

    private static final Parameter<@Nullable String> USER = Parameter.one("user");
    private static final Parameter<@Nullable String> WHAT = Parameter.oneOf("what", Labelled.labels(Act.class));
    private static final Parameter<@Nullable LocalDate> FROM = Parameter.date("from");
    private static final Parameter<@Nullable LocalDate> TO = Parameter.date("to");
    private static final Parameter<@Nullable String> TEXT = Parameter.one("q");

    /** The parameters of a request that choose the entries. */
    static final List<Input> PARAMETERS = List.of(USER, WHAT, FROM, TO, TEXT);

    /**
     * The question of a request.
     *
     * @throws org.salesetl.web.BadRequestException if a parameter is not what it should be
     */
    static AuditQuery of(WebRequest request, ZoneId zone) {
        return new AuditQuery(
                USER.of(request),
                WHAT.of(request),
                FROM.of(request),
                TO.of(request),
                TEXT.of(request),
                request.number("limit", 100, 1, MOST_ROWS),
                request.number("offset", 0, 0, Integer.MAX_VALUE),
                zone);
    }

    /** The same question without limit and offset. */
    AuditQuery unlimited() {
        return new AuditQuery(user, what, from, to, text, Integer.MAX_VALUE, 0, zone);
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("user", user);
        parameters.put("what", what);
        parameters.put("from", from == null ? null : startOf(from));
        parameters.put("until", to == null ? null : startOf(to.plusDays(1)));
        parameters.put("text", text);
        parameters.put("limit", limit);
        parameters.put("offset", offset);
        parameters.put("counted", Paging.MOST_COUNTED + 1);
        return parameters;
    }

    /** Times are stored as UTC. */
    private LocalDateTime startOf(LocalDate day) {
        return LocalDateTime.ofInstant(day.atStartOfDay(zone).toInstant(), ZoneOffset.UTC);
    }
}
