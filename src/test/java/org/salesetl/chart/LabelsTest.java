package org.salesetl.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {

    private static final Font FONT = Fonts.regular(12);

    @Test
    void replacesControlCharactersAndDropsDirectionOverrides() {
        assertThat(Labels.clean("Tab\there\u0000and\u202E gone\r\n")).isEqualTo("Tab here and gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B\u00A0", "\u0001", "\uFE0F"})
    void writesBlankForTextWithoutVisibleCharacters(String text) {
        assertThat(Labels.clean(text)).isEqualTo("(blank)");
    }

    @Test
    void replacesHalfACharacter() {
        assertThat(Labels.clean("a\uD83Db")).isEqualTo("a\uFFFDb");
    }

    @Test
    void keepsOnlyThreeAccentsOnALetter() {
        assertThat(Labels.clean("Z" + "\u0301".repeat(50) + "a")).isEqualTo("Z\u0301\u0301\u0301a");
    }

    @Test
    void keepsTextThatFits() {
        assertThat(Labels.fit("Paris", FONT, 100)).isEqualTo("Paris");
    }

    @Test
    void cutsBetweenCodePointsAndWithinTheWidth() {
        String text = "𝒳😀".repeat(120);

        for (double width = 0; width < 200; width += 3) {
            String fitted = Labels.fit(text, Fonts.forText(text, 12), width);

            assertThat(fitted).endsWith("…");
            assertThat(fitted.codePoints()).noneMatch(codePoint -> codePoint >= 0xD800 && codePoint <= 0xDFFF);
            if (width > 20) {
                assertThat(Labels.width(fitted, Fonts.forText(text, 12))).isLessThanOrEqualTo(width);
            }
        }
    }

    @Test
    void breaksBetweenWordsAndCutsOnlyTheLastLine() {
        double width = Labels.width("WHITE HANGING", FONT);

        assertThat(Labels.wrap("WHITE HANGING", FONT, width, 2)).isEqualTo("WHITE HANGING");
        assertThat(Labels.wrap("WHITE HANGING HEART", FONT, width, 2)).isEqualTo("WHITE HANGING\nHEART");
        assertThat(Labels.wrap("WHITE HANGING HEART T-LIGHT HOLDER", FONT, width, 2))
                .startsWith("WHITE HANGING\nHEART T-")
                .endsWith("…");
        assertThat(Labels.wrap("WHITE HANGING HEART", FONT, width, 1))
                .startsWith("WHITE HANG")
                .endsWith("…");
        assertThat(Labels.wrap("A".repeat(40) + " B", FONT, width, 2))
                .endsWith("…")
                .doesNotContain("\n");
    }

    @Test
    void leavesNoAccentOrSpaceBeforeTheEllipsis() {
        assertThat(Labels.shorten("New York City", 5)).isEqualTo("New…");
        assertThat(Labels.shorten("cafe\u0301 au lait", 5)).isEqualTo("caf…");
    }

    @Test
    void keepsTheEndOfIds() {
        String fitted = Labels.fitEnd("0".repeat(60) + "1234", FONT, 60);

        assertThat(fitted).startsWith("…").endsWith("1234");
        assertThat(Labels.width(fitted, FONT)).isLessThanOrEqualTo(60);
    }
}
