package org.salesetl.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesetl.SomeProperties;

class NumberStyleTest {

    private final NumberStyle english = new NumberStyle(Locale.UK, null);

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "0.0002, 0.0002",
        "0.5, 0.5",
        "950, 950",
        "1000, 1k",
        "1200, 1.2k",
        "999999.9, 1M",
        "3400000, 3.4M",
        "-2500, -2.5k",
        "2e9, 2B",
        "7e12, 7T",
        "1e16, '10,000T'"
    })
    void shortensNumbersForAxes(double value, String expected) {
        assertThat(english.compact(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "999999.99, '999,999.99'",
        "999999.994, '999,999.99'",
        "999999.996, 1.00\u00A0M",
        "2300123.45, 2.30\u00A0M",
        "-2300123.45, -2.30\u00A0M",
        "999995000, '1.00\u00A0B'",
        "9999999999998.89, 10.00\u00A0T"
    })
    void shortensAmountsForTiles(BigDecimal amount, String expected) {
        assertThat(english.briefMoney(amount)).isEqualTo(expected);
    }

    @Test
    void shortensInFrontOfACurrencyThatComesBehind() {
        NumberStyle german = new NumberStyle(Locale.GERMANY, Currency.getInstance("EUR"));

        assertThat(german.briefMoney(new BigDecimal("2300123.45"))).isEqualTo("2,30\u00A0M\u00A0€");
        assertThat(german.briefCount(2_300_123L)).isEqualTo("2,30\u00A0M");
        assertThat(german.briefCount(999_999L)).isEqualTo("999.999");
    }

    @Test
    void writesPricesWithAsManyDecimalsAsTheyHave() {
        assertThat(english.price(new BigDecimal("12.5000"))).isEqualTo("12.50");
        assertThat(english.price(new BigDecimal("0.0010"))).isEqualTo("0.001");
        assertThat(english.price(new BigDecimal("1000"))).isEqualTo("1,000.00");
    }

    @Test
    void writesZeroAndAHundredPerCentOnlyIfExact() {
        assertThat(english.percent(new BigDecimal("999"), new BigDecimal("1000")))
                .isEqualTo("more than 99\u00A0%");
        assertThat(english.percent(new BigDecimal("1"), new BigDecimal("1000"))).isEqualTo("less than 1\u00A0%");
        assertThat(english.percent(new BigDecimal("5"), new BigDecimal("5"))).isEqualTo("100\u00A0%");
        assertThat(english.percent(new BigDecimal("31"), new BigDecimal("100"))).isEqualTo("31\u00A0%");
    }

    @Test
    void writesEnglishOnAMachineInAnotherLanguage() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(english.money(new BigDecimal("12310"))).isEqualTo("12,310.00");
            assertThat(english.count(5_009)).isEqualTo("5,009");
            assertThat(english.count(new BigDecimal("5009.35"))).isEqualTo("5,009.35");
            assertThat(english.compact(1_234_567)).isEqualTo("1.235M");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void writesNumbersAsInTheConfiguredCountry() {
        NumberStyle german = new NumberStyle(Locale.GERMANY, Currency.getInstance("EUR"));

        assertThat(german.money(new BigDecimal("12310.5"))).isEqualTo("12.310,50\u00a0€");
        assertThat(german.price(new BigDecimal("0.125"))).isEqualTo("0,125\u00a0€");
        assertThat(german.amount(new BigDecimal("0.125"))).isEqualTo("0,125");
        assertThat(german.count(5_009)).isEqualTo("5.009");
        assertThat(german.count(new BigDecimal("0.0001"))).isEqualTo("0,0001");
        assertThat(german.compact(1_234_567)).isEqualTo("1,235M");
        assertThat(new NumberStyle(Locale.US, Currency.getInstance("USD")).money(-3))
                .isEqualTo("-$3.00");
    }

    @Test
    void roundsHalfUp() {
        assertThat(english.money(new BigDecimal("0.125"))).isEqualTo("0.13");
        assertThat(english.money(new BigDecimal("99999999999999999.995"))).isEqualTo("100,000,000,000,000,000.00");
    }

    @Test
    void refusesAnUnknownLanguageOrCurrency() {
        assertThatThrownBy(() -> SomeProperties.with("locale", "xx-YY"))
                .rootCause()
                .hasMessage(
                        "sales-etl.locale: expected a language and a country such as en-GB or de-DE but found xx-YY");
        assertThatThrownBy(() -> SomeProperties.with("currency", "EURO")).isNotNull();
    }
}
