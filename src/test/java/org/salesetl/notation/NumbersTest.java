package org.salesetl.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
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
                "(12.00) → -12.00",
                "($1,060.22) → -1060.22",
                "EUR 12.50 → 12.50",
                "12.50 USD → 12.50",
                "5CHF → 5",
                "5- → -5",
                "42.55- → -42.55",
                "- 42.55 → -42.55",
                "\u2212129.99 → -129.99",
                "$ (42.55) → -42.55",
                "R$ 1,200 → 1200",
                "1,200.50 kr → 1200.50",
                "Rs. 1,23,456.78 → 123456.78",
                "12,34,56,789 → 123456789",
                "1 060 → 1060",
                "1'060.50 → 1060.50",
                "CHF 1\u2019060.50 → 1060.50",
                "1\u2009060\u2009222.5 → 1060222.5",
                "999999999999999.9999 → 999999999999999.9999",
                "12345678901234567890.12345 → 12345678901234567890.12345",
            })
    void readsNumbersAsPeopleWriteThem(String text, BigDecimal number) {
        assertThat(Numbers.parse(text, DecimalMark.POINT)).isEqualByComparingTo(number);
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
                "12,5O",
                "three",
                "1e3",
                "0x1F",
                "NaN",
                "Infinity",
                "5 5",
                "5%",
                "$5€",
                "1,234567",
                "1234,567",
                "5PCS",
                "USD5EUR",
                "$5USD",
                "usd 5",
                "(-5)",
                "-(5)",
                "()",
                "(5",
                "5)",
                "1(2)",
                "1 06",
                "1 060 22",
                "1,23,45",
                "1,234,56,789",
                "123,45,678",
                "5K",
                "5 kg",
                "kr",
                "5-5",
                "(5)-"
            })
    void refusesWhatMightMeanSomethingElse(String text) {
        assertThat(Numbers.parse(text, DecimalMark.POINT)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1,", "9"})
    void isNotImpressedByLength(String part) {
        assertThat(Numbers.parse(part.repeat(10_000) + "x", DecimalMark.POINT)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "6 → 6",
                "12,50 → 12.50",
                "0,500 → 0.500",
                "1.234,50 → 1234.50",
                "1.234.567,8 → 1234567.8",
                "1.234 → 1234",
                "1 234,50 → 1234.50",
                "1\u00A0234,50 € → 1234.50",
                "1\u202F234\u202F567,00 → 1234567.00",
                "1'234,50 → 1234.50",
                "1.234,50 € → 1234.50",
                "R$ 1.234,50 → 1234.50",
                "12,00- → -12.00",
                "-,5 → -0.5",
                "(1.234,50) → -1234.50",
                "EUR 5,00 → 5.00",
                "12345678901234567890,12345 → 12345678901234567890.12345",
            })
    void readsDecimalCommasWhereTheFileHasThem(String text, BigDecimal number) {
        assertThat(Numbers.parse(text, DecimalMark.COMMA)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"12.50", "1,234.50", "1.23,4", "1.234 567,8", "1,234,567", "0.500", "12,5O", "1..234", "-,99"})
    void refusesDecimalPointsWhereTheFileHasCommas(String text) {
        assertThat(Numbers.parse(text, DecimalMark.COMMA)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "3 pcs, 3",
        "12 Stk., 12",
        "40 Bag, 40",
        "6x, 6",
        "-2 kg, -2",
        "0.350 kg, 0.350",
        "6, 6",
        "x 1, 1",
        "x2, 2",
        "3 ×, 3"
    })
    void readsAQuantityWithAUnitBehindIt(String text, BigDecimal number) {
        assertThat(Numbers.quantity(text, DecimalMark.POINT)).isEqualByComparingTo(number);
        assertThat(Numbers.quantity(text.replaceFirst("\\.(\\d)", ",$1"), DecimalMark.COMMA))
                .isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 g", "250 ml", "2k", "two", "kg", "A 12", "3 pcs 4", "1E5", "12 sheets of paper"})
    void takesNoQuantityThatMightBeAnother(String text) {
        assertThat(Numbers.quantity(text, DecimalMark.POINT)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"١٢٫٥٠ | 12.50", "١٬٢٣٤٫٥ | 1234.5", "۱۲۳ | 123", "１２５００ | 12500", "−٣ | -3", "५० | 50"})
    void readsTheDigitsOfOtherScripts(String text, BigDecimal number) {
        assertThat(Numbers.parse(text, DecimalMark.POINT)).isEqualByComparingTo(number);
        assertThat(Numbers.parse(text, DecimalMark.COMMA)).isEqualByComparingTo(number);
        assertThat(Numbers.quantity(text, DecimalMark.POINT)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R 12.50",
                "R12.50",
                "12.50 EUR",
                "EUR12.50",
                "Rp. 12.50",
                "KSh 12.50",
                "12.50 тг.",
                "12.50đ",
                "ZAR 12.50"
            })
    void readsTheCurrenciesOfManyCountries(String text) {
        assertThat(Numbers.parse(text, DecimalMark.POINT)).isEqualByComparingTo("12.50");
    }

    @Test
    void readsFullWidthMarksAsTheyStandForOthers() {
        assertThat(Numbers.parse("１２，５００", DecimalMark.POINT)).isEqualByComparingTo("12500");
        assertThat(Numbers.parse("１２．５", DecimalMark.POINT)).isEqualByComparingTo("12.5");
    }

    @Test
    void readsAPriceWithTheUnitThatItIsFor() {
        assertThat(Numbers.parse("100.00/Bag", DecimalMark.POINT)).isEqualByComparingTo("100");
        assertThat(Numbers.parse("1.234,50 €/ St.", DecimalMark.COMMA)).isEqualByComparingTo("1234.5");
        assertThat(Numbers.parse("1001/A", DecimalMark.POINT))
                .as("a number of an order")
                .isNull();
    }

    @Test
    void takesNoTimeForTextThatNobodyWouldCallANumber() {
        String[] hostile = {
            "1E+900000000", "9".repeat(255_000), "1,234".repeat(50_000), " ".repeat(255_000) + "x", "(".repeat(255_000)
        };

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (String text : hostile) {
                for (DecimalMark mark : DecimalMark.values()) {
                    for (int n = 0; n < 1000; n++) {
                        assertThat(Numbers.parse(text, mark)).isNull();
                    }
                }
            }
        });
    }
}
