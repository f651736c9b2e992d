package org.salesetl.metric;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.rollup.Grain;
import org.salesetl.slice.MetricFilter;

/** Collects the answer to a question, and the answer to the same question about the year before. */
final class ComparedDraft {

    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);
    private static final int DAYS_OF_52_WEEKS = 364;

    private final MetricQuery query;
    private @Nullable MetricResult result;
    private final LocalDate today;
    private @Nullable DataEnd end;
    private @Nullable MetricResult before;

    ComparedDraft(MetricDraft draft) {
        this.query = draft.query();
        this.today = draft.today();
    }

    /** The question itself. */
    MetricQuery question() {
        return query.alone();
    }

    /** Stores the answer. */
    void answered(MetricResult answer) {
        result = answer;
    }

    /** Stores the last day with a sale, as in 20250131; null if there is no sale. */
    void endsAt(@Nullable Number lastKey) {
        end = lastKey == null ? null : DataEnd.of(lastKey, today);
    }

    /** The question about the year before, for the same customers, products or cities; empty if there are none. */
    List<MetricQuery> questionBefore() {
        List<String> keys = requireNonNull(result).rows().stream()
                .map(row -> row.get(0).toString())
                .toList();
        return switch (query.metric().thing()) {
            case "customer", "product", "city" ->
                keys.isEmpty()
                        ? List.of()
                        : List.of(query.about(yearBefore().with(query.metric().thing(), keys)));
            default -> List.of(query.about(yearBefore()));
        };
    }

    /** The year before, up to where the data ends; over time, the whole of it. */
    private MetricFilter yearBefore() {
        LocalDate to = requireNonNull(query.filter().to());
        boolean isShorter = end != null && !end.reaches(to) && !query.metric().isOverTime();
        return query.filter().yearBefore(isShorter ? requireNonNull(end).last() : to);
    }

    /** Stores the answer about the year before. */
    void answeredBefore(MetricResult answer) {
        before = answer;
    }

    MetricResult result() {
        MetricFilter slice = yearBefore();
        Map<String, Object> values = new LinkedHashMap<>();
        if (before != null) {
            before.rows().forEach(row -> {
                String key = aYearLater(row.get(0).toString());
                if (!key.isEmpty()) {
                    values.put(key, row.get(row.size() - 1));
                }
            });
        }
        return requireNonNull(result)
                .against(new YearBefore(requireNonNull(slice.from()), requireNonNull(slice.to()), values));
    }

    /** The name of the period a year later; empty for 29 February, which has none. A week is compared with that 52 weeks before. */
    private String aYearLater(String key) {
        if (!query.metric().isOverTime()) {
            return key;
        }
        LocalDate first = query.by().firstDay(key);
        return switch (query.by()) {
            case MONTH -> Grain.MONTH.text(Grain.MONTH.key(first.plusYears(1)));
            case WEEK -> first.plusDays(DAYS_OF_52_WEEKS).toString();
            case DAY ->
                MonthDay.from(first).equals(LEAP_DAY) ? "" : first.plusYears(1).toString();
        };
    }
}
