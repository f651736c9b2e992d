package org.salesetl.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesetl.web.WebRequest;

class OpeningTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # two years: the last full month
                    2023-01-01 | 2025-01-31 | 2025-01-01 | 2025-01-31
                    # the month has only begun
                    2023-01-01 | 2025-02-10 | 2025-01-01 | 2025-01-31
                    # the last days of a month that is over are a weekend
                    2014-01-03 | 2017-12-30 | 2017-12-01 | 2017-12-31
                    # too many days are missing
                    2014-01-03 | 2017-12-27 | 2017-11-01 | 2017-11-30
                    # no year before: the last full month as such
                    2025-01-01 | 2025-04-20 | 2025-03-01 | 2025-03-31
                    """)
    void opensWithTheLastFullMonth(LocalDate first, LocalDate last, LocalDate from, LocalDate to) {
        assertThat(Opening.period(choices(first, last, months(first, last))))
                .contains(new Opening.Months(YearMonth.from(from), YearMonth.from(to)));
    }

    /** A shop that sells each summer only has a year before for the quarter, not for the last month. */
    @Test
    void opensWithTheQuarterIfItsYearBeforeHasSalesAndThatOfTheMonthHasNot() {
        assertThat(Opening.period(choices(
                        LocalDate.of(2023, 7, 1),
                        LocalDate.of(2024, 9, 30),
                        Stream.of("2023-07", "2023-08", "2024-07", "2024-08", "2024-09")
                                .map(YearMonth::parse)
                                .toList())))
                .contains(new Opening.Months(YearMonth.of(2024, 7), YearMonth.of(2024, 9)));
    }

    @Test
    void opensWithTheYearIfNoShorterPeriodHasSales() {
        assertThat(Opening.period(choices(
                        LocalDate.of(2022, 1, 1),
                        LocalDate.of(2024, 2, 10),
                        Stream.of("2022-01", "2023-02", "2024-02")
                                .map(YearMonth::parse)
                                .toList())))
                .contains(new Opening.Months(YearMonth.of(2023, 1), YearMonth.of(2023, 12)));
    }

    @Test
    void opensWithAllSalesIfThereIsNoFullMonth() {
        LocalDate first = LocalDate.of(2025, 1, 6);
        LocalDate last = LocalDate.of(2025, 2, 11);

        assertThat(Opening.period(choices(first, last, months(first, last)))).isEmpty();
        assertThat(Opening.url(new WebRequest("/analytics", Map.of()), choices(first, last, months(first, last))))
                .isEqualTo("/analytics?period=all");
        assertThat(Opening.period(new FilterChoices(List.of(), List.of(), false, List.of(), null)))
                .isEmpty();
    }

    @Test
    void keepsWhatElseTheLinkSays() {
        LocalDate first = LocalDate.of(2023, 1, 1);
        LocalDate last = LocalDate.of(2025, 1, 31);

        assertThat(Opening.url(
                        new WebRequest("/analytics", Map.of("measure", List.of("profit"))),
                        choices(first, last, months(first, last))))
                .isEqualTo("/analytics?from=2025-01-01&measure=profit&to=2025-01-31");
    }

    private static FilterChoices choices(LocalDate first, LocalDate last, List<YearMonth> months) {
        return new FilterChoices(
                List.of(), List.of(), false, months, new DateRange(first, last, LocalDate.of(2026, 7, 1)));
    }

    private static List<YearMonth> months(LocalDate first, LocalDate last) {
        return Stream.iterate(
                        YearMonth.from(first),
                        month -> !month.isAfter(YearMonth.from(last)),
                        month -> month.plusMonths(1))
                .toList();
    }
}
