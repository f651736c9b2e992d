package org.salesetl.dashboard;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.salesetl.metric.MetricFilter;

/**
 * A stretch of time.
 *
 * @param name what it is called beside the one that somebody has chosen; empty for that one
 * @param filter the slice in that time
 */
record Period(String name, MetricFilter filter) {

    /** The chosen one, and those that it is compared with: none where it has no beginning or no end. */
    static List<Period> of(MetricFilter filter) {
        Period chosen = new Period("", filter);
        LocalDate from = filter.from();
        LocalDate to = filter.to();
        if (from == null || to == null) {
            return List.of(chosen);
        }
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return List.of(
                chosen,
                new Period(
                        days == 1 ? "the day before" : "the " + days + " days before",
                        filter.during(from.minusDays(days), from.minusDays(1))),
                new Period("a year earlier", filter.during(from.minusYears(1), to.minusYears(1))));
    }
}
