package org.salesetl.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class StoredSentencesTest {

    private final StoredSentences german = new StoredSentences(Words.in(Locale.GERMANY));

    @Test
    void areSaidInTheLanguageOfTheInstallation() {
        assertThat(german.said("expected a price of zero or more but found -3"))
                .isEqualTo("erwartet: ein Preis von null oder mehr; gefunden: -3");
        assertThat(german.said("expected a date such as 31/12/2025 but the cell is empty"))
                .isEqualTo("erwartet: ein Datum wie 31/12/2025; die Zelle ist leer");
        assertThat(
                        german.said(
                                "expected a known customer but found {0}; this sale loads when a customers file brings this customer"))
                .isEqualTo(
                        "erwartet: ein bekannter Kunde; gefunden: {0}. Der Verkauf zählt, sobald eine Datei mit Kunden diesen Kunden bringt");
    }

    @Test
    void keepTheValueThatWasFoundAsItIs() {
        assertThat(german.said("expected a number such as 1060.22 but found 4,20 but found {1}"))
                .isEqualTo("erwartet: eine Zahl wie 1060.22; gefunden: 4,20 but found {1}");
    }

    @Test
    void stayEnglishIfNoMessageFileKnowsThem() {
        assertThat(german.said("something else")).isEqualTo("something else");
    }

    @Test
    void areNotTouchedInEnglish() {
        assertThat(new StoredSentences(Words.in(Locale.UK)).said("expected a price of zero or more but found -3"))
                .isEqualTo("expected a price of zero or more but found -3");
    }
}
