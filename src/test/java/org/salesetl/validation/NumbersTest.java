package org.salesetl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "0 → 0",
                "6 → 6",
                "6.0 → 6.0",
                "007 → 7",
                "+3 → 3",
                "-3 → -3",
                "12.5 → 12.5",
                "0.001 → 0.001",
                ".5 → 0.5",
                "-.5 → -0.5",
                "5. → 5",
                "$1,060.22 → 1060.22",
                "1,060 € → 1060",
                "€ 12.50 → 12.50",
                "-$5 → -5",
                "$-5 → -5",
                "£1,234,567.891 → 1234567.891",
                "¥100 → 100",
                "100,000 → 100000",
                "999999999999999.9999 → 999999999999999.9999",
                "12345678901234567890.12345 → 12345678901234567890.12345",
            })
    void readsNumbersAsPeopleWriteThem(String text, BigDecimal number) {
        assertThat(Numbers.parse(text)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-",
                "+",
                "$",
                "12,50",
                "1,0600",
                "1,06",
                ",060",
                "1,,060",
                "1,060,",
                "12.5.0",
                "1.060,22",
                "0,500",
                "012,500",
                "--5",
                "+-5",
                "- 5 -",
                "5-",
                "(5)",
                "12,5O",
                "three",
                "1e3",
                "0x1F",
                "NaN",
                "Infinity",
                "٣",
                "１２",
                "5 5",
                "5%",
                "$5€",
                "1,234567",
                "1234,567",
                "5USD"
            })
    void refusesWhatMightMeanSomethingElse(String text) {
        assertThat(Numbers.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1,", "9"})
    void isNotImpressedByLength(String part) {
        assertThat(Numbers.parse(part.repeat(10_000) + "x")).isNull();
    }
}
