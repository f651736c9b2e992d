package org.salesetl.dashboard;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.salesetl.web.WebRequest;

/**
 * Chooses the period that the page of analytics opens with: the last full month that can be compared with the same month a year before,
 * or else the last such quarter or year. If no year before is in the data, it is the last full month, quarter or year as such. The link of
 * the page then says the period, so that the link shows the same on another day.
 */
final class Opening {

    private static final List<Integer> LENGTHS = List.of(1, 3, 12);
    private static final int MONTHS_OF_YEAR = 12;

    private Opening() {}

    /** The page with that period, or with all sales if no month is full in the data. */
    static String url(WebRequest request, FilterChoices choices) {
        return period(choices)
                .map(months -> request.with("from", months.first().atDay(1))
                        .with("to", months.last().atEndOfMonth())
                        .url())
                .orElseGet(() -> FilterReading.ofAllTime(request).url());
    }

    /** The period; empty if the data has no full month. */
    static Optional<Months> period(FilterChoices choices) {
        return LENGTHS.stream()
                .map(months -> last(months, choices))
                .flatMap(Optional::stream)
                .filter(months -> hasYearBefore(months, choices))
                .findFirst()
                .or(() -> LENGTHS.stream()
                        .map(months -> last(months, choices))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    /** The last calendar month, quarter or year that is full in the data, with a sale. */
    private static Optional<Months> last(int length, FilterChoices choices) {
        DateRange dates = choices.dates();
        if (dates == null) {
            return Optional.empty();
        }
        YearMonth end = dates.lastFull(length);
        Months months = new Months(end.minusMonths(length - 1L), end);
        return dates.startsBy(months.first().atDay(1)) && months.hasSales(choices)
                ? Optional.of(months)
                : Optional.empty();
    }

    private static boolean hasYearBefore(Months months, FilterChoices choices) {
        Months before = new Months(
                months.first().minusMonths(MONTHS_OF_YEAR), months.last().minusMonths(MONTHS_OF_YEAR));
        DateRange dates = choices.dates();
        return dates != null && dates.startsBy(before.first().atDay(1)) && before.hasSales(choices);
    }

    /** Months that follow each other. */
    record Months(YearMonth first, YearMonth last) {

        boolean hasSales(FilterChoices choices) {
            return choices.months().stream().anyMatch(month -> !month.isBefore(first) && !month.isAfter(last));
        }
    }
}
