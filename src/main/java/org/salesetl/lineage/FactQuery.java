package org.salesetl.lineage;

import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.WebRequest;

/**
 * Which sales somebody wants to see: those of a slice, and of what one bar, point or cell of a chart stands for.
 *
 * @param filter the slice
 * @param month as in {@code 2025-01}; null for any
 * @param weekday 1 for Monday to 7; null for any
 * @param limit how many at the most
 * @param offset how many to skip
 */
public record FactQuery(
        MetricFilter filter,
        @Nullable YearMonth month,
        @Nullable Integer weekday,
        int limit,
        int offset) implements SqlParameters {

    private static final int MOST_ROWS = 500;
    private static final int HANDFUL = 10;
    private static final int MOST_SKIPPED = 100_000;
    private static final List<String> WEEKDAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT))
            .toList();

    /**
     * What a request asks for.
     *
     * @throws BadRequestException if a parameter is not what it should be
     */
    static FactQuery of(WebRequest request) {
        String weekday = request.oneOf("weekday", WEEKDAYS);
        return new FactQuery(
                MetricFilter.of(request),
                month(request.one("month")),
                weekday == null ? null : Integer.valueOf(WEEKDAYS.indexOf(weekday) + 1),
                request.number("limit", 100, 1, MOST_ROWS),
                request.number("offset", 0, 0, MOST_SKIPPED));
    }

    /** The newest sales of a slice, a handful. */
    public static FactQuery newest(MetricFilter filter) {
        return new FactQuery(filter, null, null, HANDFUL, 0);
    }

    private static @Nullable YearMonth month(@Nullable String text) {
        try {
            return text == null ? null : YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadRequestException("month", "a month such as 2025-01", String.valueOf(text));
        }
    }

    /** Parameters of {@code select-facts.sql}, which is asked for one row more, to know whether there are any. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>(filter.parameters());
        YearMonth only = month;
        parameters.put("firstOfMonth", only == null ? 0 : (only.getYear() * 100 + only.getMonthValue()) * 100);
        parameters.put(
                "lastOfMonth", only == null ? 99_999_999 : (only.getYear() * 100 + only.getMonthValue()) * 100 + 31);
        parameters.put("weekday", weekday);

        parameters.put("limit", limit + 1);
        parameters.put("offset", offset);
        return parameters;
    }
}
