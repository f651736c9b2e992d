package org.salesetl.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jan 2025",
                "Jan-25",
                "2025 March",
                "März",
                "mars 2025",
                "marca 2025",
                "2025-01",
                "01/2025",
                "Q1 2025",
                "q4",
                "KW 12",
                "2025-W07"
            })
    void knowsAMonthAQuarterAndAWeek(String text) {
        assertThat(Periods.isOne(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "price", "March sales", "Jan Feb", "2025-01-31", "12345-1", "Q", "W 123", "Quantity 1"})
    void knowsNoPeriodInOtherNames(String text) {
        assertThat(Periods.isOne(text)).isFalse();
    }
}
