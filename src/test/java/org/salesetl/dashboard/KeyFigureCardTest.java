package org.salesetl.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesetl.dashboard.KeyFigureCard.Change;
import org.salesetl.metric.MetricFilter;

class KeyFigureCardTest {

    @ParameterizedTest
    @CsvSource({
        "100, 112, +12 %, up",
        "100, 101.25, +1.3 %, up",
        "3, 1, −67 %, down",
        "100, 99.5, −0.5 %, down",
        "100, 100.04, ±0 %, same",
        "0.01, 12, +119900 %, up",
        "-100, -50, +50 %, up",
    })
    void tellsAChangeInPercent(BigDecimal before, BigDecimal now, String percent, String direction) {
        assertThat(Change.of(before, now, "a year earlier"))
                .isEqualTo(new Change(percent, direction, "a year earlier"));
    }

    @Test
    void comparesWithAsManyDaysBeforeAndWithTheSameAYearEarlier() {
        MetricFilter march = MetricFilter.NONE.during(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1));

        assertThat(Period.of(march))
                .containsExactly(
                        new Period("", march),
                        new Period(
                                "the 2 days before",
                                march.during(LocalDate.of(2024, 2, 27), LocalDate.of(2024, 2, 28))),
                        new Period(
                                "a year earlier", march.during(LocalDate.of(2023, 2, 28), LocalDate.of(2023, 3, 1))));
    }

    @Test
    void comparesNothingWhereThereIsNoBeginning() {
        MetricFilter open = MetricFilter.NONE.during(null, LocalDate.of(2024, 3, 1));

        assertThat(Period.of(open)).isEqualTo(List.of(new Period("", open)));
    }
}
