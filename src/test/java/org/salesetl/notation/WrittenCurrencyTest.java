package org.salesetl.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenCurrencyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USD | USD",
                "usd | USD",
                "$100.00 | USD",
                "USD 100.00 | USD",
                "US$5 | USD",
                "1.234,50 € | EUR",
                "-£5 | GBP",
                "¥15000 | JPY",
                "R$ 1.200 | BRL",
                "₺5 | ₺",
            })
    void isReadBesideANumber(String cell, String currency) {
        assertThat(WrittenCurrency.of(cell)).isEqualTo(currency);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12.50", "two", "5 pcs", "#REF!", "$€5"})
    void isNotReadIntoOtherCells(String cell) {
        assertThat(WrittenCurrency.of(cell)).isNull();
    }
}
