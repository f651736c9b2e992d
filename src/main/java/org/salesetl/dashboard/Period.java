package org.salesetl.dashboard;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.slice.MetricFilter;

/**
 * A period of time.
 *
 * @param name the name of a period that the chosen period is compared with; empty for the chosen period
 * @param filter the slice in this period
 */
record Period(String name, MetricFilter filter) {

    /**
     * The chosen period, and the periods that it is compared with; only the chosen period if it has no first or last day. If the data ends
     * before the chosen period, the other periods are shortened too.
     *
     * @param dates the days with sales; null if there is no sale
     */
    static List<Period> of(MetricFilter filter, @Nullable DateRange dates) {
        Period chosen = new Period("", filter);
        LocalDate from = filter.from();
        LocalDate to = filter.to();
        if (from == null || to == null || dates == null || from.isAfter(dates.last())) {
            return List.of(chosen);
        }
        LocalDate end = to.isAfter(dates.last()) ? dates.last() : to;
        long days = ChronoUnit.DAYS.between(from, end) + 1;
        Period before = new Period(
                days == 1 ? "the day before" : "the " + days + " days before",
                filter.during(from.minusDays(days), from.minusDays(1)));
        Period earlier = new Period("a year earlier", filter.during(from.minusYears(1), end.minusYears(1)));
        return before.filter().equals(earlier.filter()) ? List.of(chosen, earlier) : List.of(chosen, before, earlier);
    }
}
