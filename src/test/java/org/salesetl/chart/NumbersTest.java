package org.salesetl.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

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
        assertThat(Numbers.compact(value)).isEqualTo(expected);
    }

    @Test
    void writesPricesWithAsManyDecimalsAsTheyHave() {
        assertThat(Numbers.price(new BigDecimal("12.5000"))).isEqualTo("12.50");
        assertThat(Numbers.price(new BigDecimal("0.0010"))).isEqualTo("0.001");
        assertThat(Numbers.price(new BigDecimal("1000"))).isEqualTo("1,000.00");
    }

    @Test
    void neverClaimsAllOrNothingThatIsNotExact() {
        assertThat(Numbers.percent(new BigDecimal("999"), new BigDecimal("1000")))
                .isEqualTo("more than 99 %");
        assertThat(Numbers.percent(new BigDecimal("1"), new BigDecimal("1000"))).isEqualTo("less than 1 %");
        assertThat(Numbers.percent(new BigDecimal("5"), new BigDecimal("5"))).isEqualTo("100 %");
        assertThat(Numbers.percent(new BigDecimal("31"), new BigDecimal("100"))).isEqualTo("31 %");
    }

    @Test
    void writesEnglishWhateverTheMachineSpeaks() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Numbers.money(new BigDecimal("12310"))).isEqualTo("12,310.00");
            assertThat(Numbers.count(5_009)).isEqualTo("5,009");
            assertThat(Numbers.compact(1_234_567)).isEqualTo("1.235M");
        } finally {
            Locale.setDefault(machine);
        }
    }
}
