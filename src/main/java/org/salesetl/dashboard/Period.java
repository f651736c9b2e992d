package org.salesetl.dashboard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.Words;

/**
 * A period of time.
 *
 * @param name the name of a period that the chosen period is compared with; empty for the chosen period
 * @param filter the slice in this period
 */
record Period(String name, MetricFilter filter) {

    /**
     * The chosen period, and the periods that it is compared with, the same days a year before first; only the chosen period if it has no
     * first or last day. If the data ends before the chosen period, the other periods are shortened too. If the data begins after the
     * year before has, there is no comparison with the year before.
     *
     * @param dates the days with sales; null if there is no sale
     */
    static List<Period> of(MetricFilter filter, @Nullable DateRange dates, Words words) {
        Period chosen = new Period("", filter);
        LocalDate from = filter.from();
        LocalDate to = filter.to();
        if (from == null || to == null || dates == null || from.isAfter(dates.last())) {
            return List.of(chosen);
        }
        LocalDate end = dates.reaches(to) ? to : dates.last();
        Period before = before(filter, from, end, words);
        if (!dates.startsBy(from.minusYears(1))) {
            return List.of(chosen, before);
        }
        MetricFilter earlier = filter.yearBefore(end);
        Period ofYear = new Period(name(earlier, words.say("period.year-before"), words), earlier);
        return before.filter().equals(earlier) ? List.of(chosen, ofYear) : List.of(chosen, ofYear, before);
    }

    private static Period before(MetricFilter filter, LocalDate from, LocalDate end, Words words) {
        if (filter.isOfWholeMonths(end)) {
            long months = YearMonth.from(from).until(YearMonth.from(end), ChronoUnit.MONTHS) + 1;
            MetricFilter before = filter.during(from.minusMonths(months), from.minusDays(1));
            return new Period(name(before, words.say("period.months-before", months), words), before);
        }
        long days = ChronoUnit.DAYS.between(from, end) + 1;
        return new Period(
                words.say("period.days-before", days), filter.during(from.minusDays(days), from.minusDays(1)));
    }

    /** The name of a whole month or year; another name for other periods. */
    private static String name(MetricFilter filter, String other, Words words) {
        LocalDate from = filter.from();
        LocalDate to = filter.to();
        if (from == null || to == null || !filter.isOfWholeMonths(to)) {
            return other;
        }
        if (YearMonth.from(from).equals(YearMonth.from(to))) {
            return from.format(DateTimeFormatter.ofPattern("MMMM uuuu", words.locale()));
        }
        return from.getDayOfYear() == 1 && to.equals(from.plusYears(1).minusDays(1))
                ? String.valueOf(from.getYear())
                : other;
    }

    /** What the page compares, in a sentence; null if it compares nothing. */
    static @Nullable String sentence(List<Period> periods, Words words) {
        if (periods.size() < 2) {
            return null;
        }
        return words.say(
                hasYearBefore(periods) ? "period.against" : "period.against-no-year",
                name(periods.get(0).filter(), words.say("period.this"), words),
                periods.get(1).name());
    }

    /** Whether the page compares with the year before. */
    static boolean hasYearBefore(List<Period> periods) {
        LocalDate from = periods.get(0).filter().from();
        return periods.size() > 1
                && from != null
                && from.minusYears(1).equals(periods.get(1).filter().from());
    }
}
