package org.salesetl.lineage;

import java.time.DayOfWeek;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.slice.MetricFilter;
import org.salesetl.sql.SqlParameters;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.Input;
import org.salesetl.web.Parameter;
import org.salesetl.web.WebRequest;

/**
 * A question for the sales of a slice, or for the sales behind one bar or point of a chart.
 *
 * @param filter the slice
 * @param month the month of the sales; null for all months
 * @param weekday the weekday of the sales, from 1 for Monday to 7; null for all weekdays
 * @param limit the largest number of sales in the answer
 * @param offset how many sales to skip
 * @param summed whether the answer has the sums over all sales, also those beyond the limit
 */
public record FactQuery(
        MetricFilter filter,
        @Nullable YearMonth month,
        @Nullable Integer weekday,
        int limit,
        int offset,
        boolean summed)
        implements SqlParameters {

    private static final int MOST_ROWS = 500;
    private static final int FEW_ROWS = 10;
    private static final int ALL_ROWS = Integer.MAX_VALUE - 1;
    private static final int MOST_SKIPPED = 100_000;
    private static final List<String> WEEKDAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT))
            .toList();

    private static final Parameter<@Nullable YearMonth> MONTH = Parameter.month("month");
    private static final Parameter<@Nullable String> WEEKDAY = Parameter.oneOf("weekday", WEEKDAYS);
    private static final Parameter<Integer> LIMIT = Parameter.number("limit", 100, 1, MOST_ROWS);
    private static final Parameter<Integer> OFFSET = Parameter.number("offset", 0, 0, MOST_SKIPPED);

    /** The parameters of a request that choose the sales, beside those of the slice. */
    static final List<Input> PARAMETERS = List.of(MONTH, WEEKDAY);

    /** The parameters of a request that choose a part of the sales. */
    static final List<Input> PARTS = List.of(LIMIT, OFFSET);

    /**
     * The question of a request.
     *
     * @throws BadRequestException if a parameter cannot be read
     */
    static FactQuery of(WebRequest request) {
        String weekday = WEEKDAY.of(request);
        return new FactQuery(
                MetricFilter.of(request),
                MONTH.of(request),
                weekday == null ? null : Integer.valueOf(WEEKDAYS.indexOf(weekday) + 1),
                LIMIT.of(request),
                OFFSET.of(request),
                true);
    }

    /** The question for the ten newest sales of a slice. */
    public static FactQuery newest(MetricFilter filter) {
        return new FactQuery(filter, null, null, FEW_ROWS, 0, false);
    }

    /** The question for all these sales. */
    FactQuery unlimited() {
        return new FactQuery(filter, month, weekday, ALL_ROWS, 0, false);
    }

    /** Parameters of {@code select-facts.sql}. The limit is one row more than the answer has, to find out whether there are more rows. */
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
