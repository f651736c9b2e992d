package org.salesetl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-31",
                "2025/01/31",
                "2025-01-31 10:15",
                "2025-01-31T10:15:30",
                "2025/01/31 23:59:59.999999",
                "2025-01-31T23:30:00Z",
                "2025-01-31T23:30:00+14:00",
                "2025-01-31t00:30:00-1200",
                "2025-01-31  9:05",
                "2025-01-31 09:05 PM",
                "2025-01-31 00:00:00 UTC",
                "2025-01-31 00:00:00+00"
            })
    void readsTheDateAsWrittenWhateverTheTime(String text) {
        assertThat(Dates.parse(text)).isEqualTo(LocalDate.of(2025, 1, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "2000-02-29", "1900-01-01", "0001-01-01", "9999-12-31"})
    void readsRealDates(String text) {
        assertThat(Dates.parse(text)).isEqualTo(LocalDate.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025",
                "2025-02-30",
                "2025-02-29",
                "1900-02-29",
                "2025-13-01",
                "2025-00-10",
                "2025-01-00",
                "2025-1-31",
                "2025-01/31",
                "2025.01.31",
                "31-01-2025",
                "01/31/2025",
                "10-02-2016",
                "3-23-2017",
                "20250131",
                "2025-01-31x",
                "2025-01-31T",
                "2025-01-31 noon",
                "2025-01-3110:00",
                "-025-01-31",
                "２０２５-01-31",
                "2025-01-31 10",
                "45688",
                "2025-01-31, 10:00",
                "31 Jan 2025"
            })
    void refusesWhatIsNoRealDateOrMightMeanTwo(String text) {
        assertThat(Dates.parse(text)).isNull();
    }
}
