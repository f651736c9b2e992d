package org.salesetl.dashboard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.metric.MetricQuery;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.WebRequest;

/**
 * Periods that one click chooses. They are counted from the last day with sales, not from today, because older data would have no sales in
 * the last days.
 */
final class Presets {

    private static final int MONTHS_IN_QUARTER = 3;

    private final WebRequest request;
    private final MetricFilter filter;
    private final List<Choice> choices = new ArrayList<>();

    private Presets(WebRequest request, MetricFilter filter) {
        // days suit a week, but not a year
        this.request = request.with(MetricQuery.BY, null).with(FilterReading.PERIOD, null);
        this.filter = filter;
    }

    /**
     * The choices for a page.
     *
     * @param dates the days with sales; null if there is no sale
     */
    static List<Choice> of(WebRequest request, MetricFilter filter, @Nullable DateRange dates) {
        Presets presets = new Presets(request, filter);
        if (dates != null) {
            presets.addUpTo(dates);
        }
        presets.choices.add(new Choice(
                "presets.all-time",
                FilterReading.ofAllTime(presets.request).url(),
                filter.from() == null && filter.to() == null));
        return presets.choices;
    }

    private void addUpTo(DateRange dates) {
        LocalDate last = dates.last();
        YearMonth month = YearMonth.from(last);
        YearMonth quarter = month.minusMonths((month.getMonthValue() - 1) % MONTHS_IN_QUARTER);
        YearMonth full = dates.lastFull(1);
        if (dates.startsBy(full.atDay(1))) {
            add("presets.last-full-month", full.atDay(1), full.atEndOfMonth());
        }
        add("presets.last-7-days", last.minusDays(6), last);
        add("presets.last-30-days", last.minusDays(29), last);
        add("presets.last-90-days", last.minusDays(89), last);
        if (month.isAfter(full)) {
            add("presets.this-month", month.atDay(1), month.atEndOfMonth());
        }
        add(
                "presets.this-quarter",
                quarter.atDay(1),
                quarter.plusMonths(MONTHS_IN_QUARTER - 1).atEndOfMonth());
        addYear("presets.this-year", last.getYear());
        addYear("presets.last-year", last.getYear() - 1);
    }

    private void addYear(String name, int year) {
        add(name, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private void add(String name, LocalDate from, LocalDate to) {
        choices.add(new Choice(
                name,
                request.with("from", from).with("to", to).url(),
                from.equals(filter.from()) && to.equals(filter.to())));
    }
}
