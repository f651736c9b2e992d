package org.salesetl.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;

class WordsTest {

    @Test
    void areThoseOfTheLanguageAndNumbersThoseOfTheCountry() {
        assertThat(Words.in(Locale.UK).say("rows", 1_862)).isEqualTo("1,862 rows");
        assertThat(Words.in(Locale.GERMANY).say("rows", 1_862)).isEqualTo("1.862 Zeilen");
        assertThat(Words.in(Locale.forLanguageTag("de-AT")).say("rows", 1)).isEqualTo("1 Zeile");
    }

    @Test
    void areEnglishForALanguageWithoutAFile() {
        assertThat(Words.in(Locale.JAPAN).say("language")).isEqualTo("en");
        assertThat(Words.in(Locale.JAPAN).say("nav.data")).isEqualTo("Data");
    }

    @Test
    void comeInAThirdLanguageFromOneMoreFile() {
        Words dutch = Words.in(Locale.forLanguageTag("nl-NL"));

        assertThat(dutch.say("language")).isEqualTo("nl");
        assertThat(dutch.say("nav.data")).isEqualTo("Gegevens");
    }

    @Test
    void showNoKeyInPlaceOfAMissingSentence() {
        assertThatThrownBy(() -> Words.in(Locale.UK).say("no.such.key")).isInstanceOf(NoSuchMessageException.class);
    }
}
