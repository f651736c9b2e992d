package org.salesetl.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesetl.dashboard.KeyFigureCard.Change;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.NumberStyle;

class KeyFigureCardTest {

    private static final NumberStyle ENGLISH = new NumberStyle(Locale.UK, null);

    @ParameterizedTest
    @CsvSource({
        "100, 112, +12\u00A0%, up",
        "100, 101.25, +1.3\u00A0%, up",
        "3, 1, −67\u00A0%, down",
        "100, 99.5, −0.5\u00A0%, down",
        "100, 100.04, ±0\u00A0%, same",
        "0.01, 12, '+119,900\u00A0%', up",
        "-100, -50, +50\u00A0%, up",
    })
    void writesAChangeInPerCent(BigDecimal before, BigDecimal now, String percent, String direction) {
        Change change = Change.of(before, now, "2024", ENGLISH, ENGLISH::money);

        assertThat(change.percent()).isEqualTo(percent);
        assertThat(change.direction()).isEqualTo(direction);
        assertThat(change.since()).isEqualTo("2024");
    }

    @ParameterizedTest
    @CsvSource({"100, 1112.5, '+1,012.50'", "3, 1, −2.00", "5, 5, ±0.00", "100, 100.04, +0.04"})
    void writesAChangeAsAnAmount(BigDecimal before, BigDecimal now, String amount) {
        assertThat(Change.of(before, now, "2024", ENGLISH, ENGLISH::money).amount())
                .isEqualTo(amount);
    }

    @Test
    void comparesNothingWithAYearBeforeThatTheDataDoesNotCover() {
        MetricFilter month = during("2020-12-01", "2020-12-31");

        List<Period> periods = Period.of(month, until("2021-01-31"), ENGLISH.words());

        assertThat(periods)
                .containsExactly(
                        new Period("", month), new Period("November 2020", during("2020-11-01", "2020-11-30")));
        assertThat(Period.sentence(periods, ENGLISH.words()))
                .isEqualTo("December 2020 against November 2020, as the data has no year before.");
        assertThat(Period.sentence(
                        Period.of(during("2024-02-01", "2024-02-29"), until("2025-01-31"), ENGLISH.words()),
                        ENGLISH.words()))
                .isEqualTo("February 2024 against February 2023.");
    }

    @Test
    void comparesWithTheSameNumberOfDaysBeforeAndWithTheSameDaysAYearEarlier() {
        MetricFilter leap = during("2024-02-29", "2024-03-01");

        assertThat(Period.of(leap, until("2024-12-31"), ENGLISH.words()))
                .containsExactly(
                        new Period("", leap),
                        new Period("the same days a year before", during("2023-02-28", "2023-03-01")),
                        new Period("the 2 days before", during("2024-02-27", "2024-02-28")));
    }

    @Test
    void comparesAPeriodThatHasNotEndedWithTheSameNumberOfDays() {
        MetricFilter year = during("2025-01-01", "2025-12-31");

        assertThat(Period.of(year, until("2025-01-31"), ENGLISH.words()))
                .containsExactly(
                        new Period("", year),
                        new Period("January 2024", during("2024-01-01", "2024-01-31")),
                        new Period("December 2024", during("2024-12-01", "2024-12-31")));
    }

    @Test
    void comparesAYearWithTheYearBeforeOnce() {
        MetricFilter year = during("2023-01-01", "2023-12-31");

        assertThat(Period.of(year, until("2025-01-31"), ENGLISH.words()))
                .containsExactly(new Period("", year), new Period("2022", during("2022-01-01", "2022-12-31")));
    }

    @Test
    void comparesNothingIfThePeriodHasNoFirstDayOrNoData() {
        MetricFilter open = MetricFilter.NONE.during(null, LocalDate.of(2024, 3, 1));
        MetricFilter later = during("2024-02-29", "2024-03-01");

        assertThat(Period.of(open, until("2025-01-31"), ENGLISH.words())).isEqualTo(List.of(new Period("", open)));
        assertThat(Period.of(later, until("2024-01-31"), ENGLISH.words())).isEqualTo(List.of(new Period("", later)));
        assertThat(Period.of(later, null, ENGLISH.words())).isEqualTo(List.of(new Period("", later)));
    }

    private static MetricFilter during(String from, String to) {
        return MetricFilter.NONE.during(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static DateRange until(String last) {
        return new DateRange(LocalDate.of(2020, 1, 1), LocalDate.parse(last), LocalDate.of(2026, 7, 1));
    }
}
