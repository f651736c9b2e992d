package org.salesetl.notation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
                "₺5 | TRY",
                "₯5 | ₯",
                "5 kr | kr",
                "USD ($) | USD",
                "Euro | EUR",
                "US-Dollar | USD",
            })
    void isReadBesideANumber(String cell, String currency) {
        assertThat(WrittenCurrency.code(requireNonNull(WrittenCurrency.word(cell)), List.of()))
                .isEqualTo(currency);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12.50", "two", "5 pcs", "#REF!", "$€5"})
    void isNotReadIntoOtherCells(String cell) {
        assertThat(WrittenCurrency.word(cell)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "$, CAD, CAD",
        "$, EUR, USD",
        "kr, SEK, SEK",
        "kr, EUR, kr",
        "£, EUR, GBP",
        "EUR, USD, EUR",
        "US$, CAD, USD"
    })
    void isTheLikelyOneOfThoseThatShareASign(String word, String likely, String currency) {
        assertThat(WrittenCurrency.code(word, List.of(likely))).isEqualTo(currency);
    }
}
