package org.salesetl.dashboard;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.slice.MetricFilter;

/**
 * A stretch of time.
 *
 * @param name what it is called beside the one that somebody has chosen; empty for that one
 * @param filter the slice in that time
 */
record Period(String name, MetricFilter filter) {

    /**
     * The chosen one, and those that it is compared with: none where it has no beginning or no end. A period that has not ended by
     * the data is compared with as much of the others.
     *
     * @param dates the days with sales; null if there is none
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
