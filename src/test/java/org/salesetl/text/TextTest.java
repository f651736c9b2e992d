package org.salesetl.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\n", "\r", "\u00A0", "\uFEFF", "\u2003", "\u202F", "\u3000", "\u2028"})
    void stripsEveryKindOfWhiteSpace(String blank) {
        assertThat(Text.strip(blank + " a b" + blank + blank)).isEqualTo("a b");
        assertThat(Text.strip("a" + blank + "b")).isEqualTo("a" + blank + "b");
        assertThat(Text.isBlank(blank + " ")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\u000B", "\u001F", "\u007F", "\u0085", "\u009F"})
    void seesControlCharactersAndDoesNotStripThem(String control) {
        assertThat(Text.strip(control + "a")).isEqualTo(control + "a");
        assertThat(Text.isBlank(control)).isFalse();
        assertThat(Text.hasControlCharacter("a" + control)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines", "tab\there", "Łódź", "😀", "\u00A0", "\u200B", "\uFFFD"})
    void findsNoControlCharacterInText(String text) {
        assertThat(Text.hasControlCharacter(text)).isFalse();
    }

    @Test
    void takesEmptyTextForBlank() {
        assertThat(Text.isBlank("")).isTrue();
        assertThat(Text.strip("")).isEmpty();
        assertThat(Text.strip(" \u00A0")).isEmpty();
    }

    @Test
    void showsControlCharacters() {
        assertThat(Text.visible("O1\u001FP1\u001F2\u0000\u007F\n\t😀")).isEqualTo("O1␟P1␟2␀␡\n\t😀");
    }
}
