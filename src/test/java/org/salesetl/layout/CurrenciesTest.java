package org.salesetl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurrenciesTest {

    private static final Currencies MIXED =
            of(new NamedCurrency("EUR", 2, 1), new NamedCurrency("USD", 3, 2), new NamedCurrency("$", 7, 5));

    @Test
    void ofTheFirstFileMakeTheOneThatMostCellsNameThatOfTheWarehouse() {
        Currencies first = MIXED.in(null, true, "GBP");

        assertThat(first.own()).isEqualTo("USD");
        assertThat(first.foreign()).containsExactly("EUR");
        assertThat(first.codes()).containsExactly("EUR", "USD");
        assertThat(first.areOwn()).isFalse();
        assertThat(of(new NamedCurrency("EUR", 2, 1), new NamedCurrency("GBP", 3, 1))
                        .in(null, true, null)
                        .own())
                .as("of two as often, the first")
                .isEqualTo("EUR");
    }

    @Test
    void areComparedWithThatOfTheWarehouse() {
        assertThat(MIXED.in("EUR", true, null).foreign()).containsExactly("USD");
        assertThat(MIXED.in("JPY", true, null).foreign()).containsExactly("EUR", "USD");
        assertThat(of(new NamedCurrency("€", 2, 9)).in("EUR", true, null).areOwn())
                .isTrue();
        assertThat(Currencies.NONE.in("EUR", true, "GBP").areOwn()).isTrue();
        assertThat(Currencies.NONE.in(null, true, "GBP").own())
                .as("nobody has named it")
                .isNull();
    }

    @Test
    void takeASharedSignForTheLikeliestCurrency() {
        Currencies dollars = of(new NamedCurrency("$", 2, 9));

        assertThat(dollars.in("CAD", true, "AUD").foreign()).isEmpty();
        assertThat(dollars.in(null, true, "AUD").own()).isEqualTo("AUD");
        assertThat(dollars.in(null, true, "GBP").own()).isEqualTo("USD");
        assertThat(dollars.in("EUR", true, "GBP").of("$5")).isEqualTo("USD");
        Currencies withCode = of(new NamedCurrency("$", 2, 9), new NamedCurrency("CAD", 5, 1));
        assertThat(withCode.in("EUR", true, "GBP").foreign()).containsExactly("CAD");
    }

    @Test
    void knowTheOnlyOneOfAFile() {
        assertThat(of(new NamedCurrency("€", 2, 9), new NamedCurrency("EUR", 3, 9))
                        .in("USD", true, null)
                        .only())
                .isEqualTo("EUR");
        assertThat(MIXED.in("USD", true, null).only()).isNull();
        assertThat(Currencies.NONE.only()).isNull();
    }

    @Test
    void ofTheFileFromWhichRowsComeBackCountToo() {
        Currencies returned =
                of(new NamedCurrency("€", 2, 1)).and(List.of("EUR", "USD")).in("USD", true, null);

        assertThat(returned.only()).isNull();
        assertThat(returned.foreign()).containsExactly("EUR");
        assertThat(returned.words()).isEqualTo("€ (line 2), EUR, USD");
    }

    private static Currencies of(NamedCurrency... named) {
        return Currencies.of(List.of(named), false);
    }
}
