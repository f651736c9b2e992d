package org.salesetl.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesetl.sql.SqlRow;

class ExchangeRatesTest {

    private final ExchangeRates rates = new ExchangeRates();

    @ParameterizedTest
    @CsvSource({
        "2025-02-28,",
        "2025-03-01, 1.04",
        "2025-03-02, 1.04",
        "2025-03-03, 1.05",
        "2025-03-09, 1.05",
        "2025-03-10,",
    })
    void areTheLatestOfTheSevenDaysUpToTheDay(LocalDate day, @Nullable BigDecimal rate) {
        rates.remember(List.of(row("EUR", "2025-03-03", "1.05"), row("EUR", "2025-03-01", "1.04")));

        assertThat(rates.of("EUR", day)).isEqualTo(rate);
        assertThat(rates.of("GBP", day)).isNull();
    }

    @Test
    void areThoseThatWereReadLast() {
        rates.remember(List.of(row("EUR", "2025-03-03", "1.05")));
        rates.remember(List.of(row("GBP", "2025-03-03", "1.26")));

        assertThat(rates.of("EUR", LocalDate.of(2025, 3, 3))).isNull();
    }

    private static SqlRow row(String currency, String date, String rate) {
        return new SqlRow(
                Map.of("currency", currency, "date", java.sql.Date.valueOf(date), "rate", new BigDecimal(rate)));
    }
}
