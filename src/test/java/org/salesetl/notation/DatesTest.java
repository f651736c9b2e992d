package org.salesetl.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "2025-01-31 00:00:00+00",
                "2025-01-31, 10:00",
                "2025-01-31Z",
                "2025-01-31+01:00",
                "20250131",
                "20250131 10:15",
                "31-Jan-25",
                "31-JAN-2025",
                "31 Jan 2025",
                "Jan 31, 2025",
                "Jan 31, 2025, 10:15 PM",
                "January 31st, 2025",
                "31st of January 2025",
                "Friday, January 31, 2025",
                "Fri 31 Jan 2025 10:15",
                "2025-Jan-31",
                "31. Januar 2025",
                "31. Jän. 2025",
                "31 janvier 2025",
                "31 janv. 2025",
                "vendredi 31 janvier 2025",
                "31 de enero de 2025",
                "31 ene. 2025",
                "31 de janeiro de 2025",
                "sexta-feira, 31 janeiro 2025",
                "31 gennaio 2025",
                "31 gen 2025",
                "31 januari 2025",
                "31/ene/2025",
                "٢٠٢٥/٠١/٣١",
                "٢٠٢٥-٠١-٣١ ١٠:١٥",
                "２０２５/０１/３１",
                "2025.01.31",
                "2025.01.31.",
                "2025. 01. 31. 10:15",
                "2025/1/31",
                "2025/1/31 10:15:00",
                "2025年1月31日",
                "2025年01月31日 10:05",
                "2025년 1월 31일",
                "Fri, 31 Jan 2025 23:59:00 +0100",
                "Jan 31, 2025 11:59:59 PM PDT",
                "Jan 31, 2025, 11:59:59\u202FPM",
                "31 de enero de 2025 14:03 hs.",
                "31 janvier 2025 à 14h03",
                "31 stycznia 2025",
                "31 Ocak 2025",
                "den 31 januari 2025 kl. 14:03",
                "2025-01-31 11:59 p. m.",
                "2025-01-31 23:59:59.0 +0000 UTC",
                "2025. 1. 31. 오후 2:10:00",
                "令和7年1月31日",
                "31 января 2025 г.",
                "2568-01-31"
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
                "2025.01/31",
                "2025年1月32日",
                "2025年1月",
                "31-01-2025",
                "01/31/2025",
                "10-02-2016",
                "3-23-2017",
                "31012025",
                "20253101",
                "2025013",
                "202501311",
                "12345678",
                "2025-01-31x",
                "2025-01-31T",
                "2025-01-31 noon",
                "2025-01-3110:00",
                "-025-01-31",
                "２０２５-01-31",
                "2025-01-31 10",
                "2025-01-31-05",
                "2025-01-31+1",
                "45688",
                "31 Jan",
                "Jan 2025",
                "31 Foo 2025",
                "31 Feb 2025",
                "31 Jan 2025x",
                "Jan 31 205",
                "Monday",
                "31 Jan Feb 2025"
            })
    void refusesWhatIsNoRealDateOrMightMeanTwo(String text) {
        assertThat(Dates.parse(text, DateOrder.YEAR_FIRST)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/01/2025",
                "31-1-2025",
                "31.01.2025",
                "31/01/2025 10:15",
                "31.1.2025T23:59",
                "31.01.25",
                "31.1.25 23:59 Uhr",
                "31.01.2025 um 23:59 Uhr",
                "31/01/2025 11:59 p.m.",
                "31/1/25 10:15",
                "31. 1. 2025",
                "31. 01. 2025 10:15",
                "31.1.2025 klo 10.05",
                "31/01/2568"
            })
    void readsTheDayFirstWhereTheFileDoes(String text) {
        assertThat(Dates.parse(text, DateOrder.DAY_FIRST)).isEqualTo(LocalDate.of(2025, 1, 31));
        assertThat(Dates.parse(text, DateOrder.MONTH_FIRST)).isNull();
        assertThat(Dates.parse(text, DateOrder.UNDECIDED)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01/31/2025", "1-31-2025", "1.31.2025 9:05 PM", "1-31-2025 9:05", "1/31/25"})
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
                "31/01/2",
                "31/01/202",
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

    @ParameterizedTest
    @CsvSource({
        "5-Mar-25, 3",
        "5 mars 2025, 3",
        "5 März 2025, 3",
        "5 mrt 2025, 3",
        "5 mei 2025, 5",
        "5 juin 2025, 6",
        "5 juil. 2025, 7",
        "5 août 2025, 8",
        "5 ago 2025, 8",
        "5 Sept 2025, 9",
        "5 set 2025, 9",
        "5 ott 2025, 10",
        "5 Okt 2025, 10",
        "5 dic 2025, 12",
        "5 fév 2025, 2",
        "5 févr. 2025, 2",
        "5 abr 2025, 4",
        "5 paź 2025, 10",
        "5 września 2025, 9",
        "5 Ağustos 2025, 8",
        "5 augusti 2025, 8",
        "5 oktober 2025, 10",
        "5 desember 2025, 12",
        "5. března 2025, 3",
        "5 мар. 2025, 3",
        "5 марта 2025 в 10:05, 3",
        "5 березня 2025, 3",
        "5 март 2025, 3",
        "2025. március 5., 3",
        "5. maaliskuuta 2025, 3",
        "5 martie 2025, 3",
        "5 Μαρτίου 2025, 3",
        "平成37年3月5日, 3",
        "令和7年12月5日, 12"
    })
    void knowsTheMonthsOfManyLanguages(String text, int month) {
        for (DateOrder order : DateOrder.values()) {
            assertThat(Dates.parse(text, order)).isEqualTo(LocalDate.of(2025, month, 5));
        }
    }

    @Test
    void readsTheFirstYearOfAnEra() {
        assertThat(Dates.parse("令和元年5月1日", DateOrder.DAY_FIRST)).isEqualTo(LocalDate.of(2019, 5, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12.03.2025 45.90", "31.01.2025 31.03", "LED 12 24", "Pro 11 2021", "31.1.2025 klo", "令和年5月1日"})
    void takesNoOtherTextForADate(String text) {
        assertThat(Dates.parse(text, DateOrder.DAY_FIRST)).isNull();
    }

    @Test
    void leavesYearsAloneThatNobodyWrites() {
        assertThat(Dates.parse("2525-01-31", DateOrder.YEAR_FIRST)).isEqualTo(LocalDate.of(2525, 1, 31));
    }

    @Test
    void takesNoTimeForTextThatNobodyWouldCallADate() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (String text :
                    new String[] {"Jan ".repeat(50_000), "1".repeat(250_000), "31 Jan 2025" + " ".repeat(250_000)}) {
                for (int n = 0; n < 100; n++) {
                    assertThat(Dates.parse(text, DateOrder.DAY_FIRST)).isNull();
                }
            }
        });
    }
}
