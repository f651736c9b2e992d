package org.salesetl.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
        assertThat(Dates.parse(text, DateOrder.YEAR_FIRST)).isEqualTo(LocalDate.of(2025, 1, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "2000-02-29", "1900-01-01", "0001-01-01", "9999-12-31"})
    void readsRealDates(String text) {
        assertThat(Dates.parse(text, DateOrder.YEAR_FIRST)).isEqualTo(LocalDate.parse(text));
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
        assertThat(Dates.parse(text, DateOrder.YEAR_FIRST)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/01/2025", "31-1-2025", "31.01.2025", "31/01/2025 10:15", "31.1.2025T23:59"})
    void readsTheDayFirstWhereTheFileDoes(String text) {
        assertThat(Dates.parse(text, DateOrder.DAY_FIRST)).isEqualTo(LocalDate.of(2025, 1, 31));
        assertThat(Dates.parse(text, DateOrder.MONTH_FIRST)).isNull();
        assertThat(Dates.parse(text, DateOrder.UNDECIDED)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01/31/2025", "1-31-2025", "1.31.2025 9:05 PM", "1-31-2025 9:05"})
    void readsTheMonthFirstWhereTheFileDoes(String text) {
        assertThat(Dates.parse(text, DateOrder.MONTH_FIRST)).isEqualTo(LocalDate.of(2025, 1, 31));
        assertThat(Dates.parse(text, DateOrder.DAY_FIRST)).isNull();
    }

    @ParameterizedTest
    @EnumSource(DateOrder.class)
    void readsTheYearFirstInEveryFile(DateOrder order) {
        assertThat(Dates.parse("2025-01-31", order)).isEqualTo(LocalDate.of(2025, 1, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/01/25",
                "31/01-2025",
                "31//2025",
                "/1/2025",
                "31/01/2025x",
                "31/01/20255",
                "311/1/2025",
                "31/001/2025",
                "29/02/2025",
                "31/04/2025",
                "00/01/2025",
                "31 01 2025",
                "31/01/",
                "31/01"
            })
    void refusesWhatIsNoDateWhateverComesFirst(String text) {
        assertThat(Dates.parse(text, DateOrder.DAY_FIRST)).isNull();
        assertThat(Dates.parse(text, DateOrder.MONTH_FIRST)).isNull();
    }
}
