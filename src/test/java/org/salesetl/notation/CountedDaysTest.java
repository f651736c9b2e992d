package org.salesetl.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountedDaysTest {

    @ParameterizedTest
    @CsvSource({
        "45719, 2025-03-03",
        "45719.75, 2025-03-03",
        "1741132800, 2025-03-05",
        "1741132800000, 2025-03-05",
    })
    void saysWhichDayANumberMayBe(String number, String day) {
        assertThat(CountedDays.hint(number)).startsWith(" (the number may be ").contains(day);
    }

    @Test
    void saysHowTheNumberCounts() {
        assertThat(CountedDays.hint("45719"))
                .isEqualTo(" (the number may be the day 2025-03-03, as a spreadsheet counts days)");
        assertThat(CountedDays.hint("1741132800"))
                .isEqualTo(" (the number may be a time on 2025-03-05, as computers count seconds since 1970)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "20250305", "4571x", "-45719", "99999", "12345678901234567890", "."})
    void saysNothingOfOtherTexts(String text) {
        assertThat(CountedDays.hint(text)).isEmpty();
    }
}
