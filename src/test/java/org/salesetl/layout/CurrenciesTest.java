package org.salesetl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurrenciesTest {

    private static final Currencies MIXED =
            of(new NamedCurrency("EUR", 2, 1), new NamedCurrency("USD", 3, 2), new NamedCurrency("$", 7, 5));

    @Test
    void ofTheFirstFileMakeTheOneThatMostCellsNameThatOfTheWarehouse() {
        Currencies first = MIXED.in(null, "GBP");

        assertThat(first.own()).isEqualTo("USD");
        assertThat(first.foreign()).containsExactly("EUR");
        assertThat(first.codes()).containsExactly("EUR", "USD");
        assertThat(first.areOwn()).isFalse();
        assertThat(of(new NamedCurrency("EUR", 2, 1), new NamedCurrency("GBP", 3, 1))
                        .in(null, null)
                        .own())
                .as("of two as often, the first")
                .isEqualTo("EUR");
    }

    @Test
    void areComparedWithThatOfTheWarehouse() {
        assertThat(MIXED.in("EUR", null).foreign()).containsExactly("USD");
        assertThat(MIXED.in("JPY", null).foreign()).containsExactly("EUR", "USD");
        assertThat(of(new NamedCurrency("€", 2, 9)).in("EUR", null).areOwn()).isTrue();
        assertThat(Currencies.NONE.in("EUR", "GBP").areOwn()).isTrue();
        assertThat(Currencies.NONE.in(null, "GBP").own())
                .as("nobody has named it")
                .isNull();
    }

    @Test
    void takeASharedSignForTheLikeliestCurrency() {
        Currencies dollars = of(new NamedCurrency("$", 2, 9));

        assertThat(dollars.in("CAD", "AUD").foreign()).isEmpty();
        assertThat(dollars.in(null, "AUD").own()).isEqualTo("AUD");
        assertThat(dollars.in(null, "GBP").own()).isEqualTo("USD");
        assertThat(dollars.in("EUR", "GBP").of("$5")).isEqualTo("USD");
        Currencies withCode = of(new NamedCurrency("$", 2, 9), new NamedCurrency("CAD", 5, 1));
        assertThat(withCode.in("EUR", "GBP").foreign()).containsExactly("CAD");
    }

    @Test
    void knowTheOnlyOneOfAFile() {
        assertThat(of(new NamedCurrency("€", 2, 9), new NamedCurrency("EUR", 3, 9))
                        .in("USD", null)
                        .only())
                .isEqualTo("EUR");
        assertThat(MIXED.in("USD", null).only()).isNull();
        assertThat(Currencies.NONE.only()).isNull();
    }

    @Test
    void ofTheFileFromWhichRowsComeBackCountToo() {
        Currencies returned =
                of(new NamedCurrency("€", 2, 1)).and(List.of("EUR", "USD")).in("USD", null);

        assertThat(returned.only()).isNull();
        assertThat(returned.foreign()).containsExactly("EUR");
        assertThat(returned.words()).isEqualTo("€ (line 2), EUR, USD");
    }

    private static Currencies of(NamedCurrency... named) {
        return Currencies.of(List.of(named), false);
    }
}
