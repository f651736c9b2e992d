package org.salesetl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {

    private static final Path PAYLOADS = Path.of("../shared/examples/hostile/formula-payloads.txt");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "=1+1, '=1+1",
                "@SUM(A1), '@SUM(A1)",
                "+cmd|' /C calc'!A0, '+cmd|' /C calc'!A0",
                "-2+3, '-2+3",
                "'=1+1, ''=1+1",
                "''-x, '''-x",
                "\uFF1D1+1, '\uFF1D1+1",
                "\uFF0Bcmd, '\uFF0Bcmd",
                "\uFF0D2+3, '\uFF0D2+3",
                "\uFF20SUM(A1), '\uFF20SUM(A1)",
                "a;=1+1, a;'=1+1",
                "a; =1+1;b, a; '=1+1;b",
                "a;;@x;-y, a;;'@x;'-y",
                "a;-5, a;'-5",
                "a;'=1, a;''=1",
            })
    void disarmsWhatASpreadsheetWouldRun(String cell, String disarmed) {
        assertThat(Formulas.disarm(cell)).isEqualTo(disarmed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ann", "-5", "+1,060.22", "-0.5", "it's", "'quoted'", "a=b", "😀"})
    void leavesOtherCellsAlone(String cell) {
        assertThat(Formulas.disarm(cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\t=1+1", "a\n=1+1", "a\r\n =1+1", "x;\t\uFF1D1"})
    void disarmsWhatBecomesACellOfItsOwnWhereOthersSeparate(String cell) {
        assertThat(Formulas.disarm(cell)).doesNotContainPattern("[;\t\r\n]\\s*[=\uFF1D]");
        assertThat(Formulas.rearm(Formulas.disarm(cell))).isEqualTo(cell);
    }

    @Test
    void givesBackEveryCellAsTheRulesReadIt() {
        String[] pieces = {
            "'", "'", "=", "+", "-", "@", ";", "\n", "\uFF1D", "\t", "\r", " ", "\u00A0", "1", "a", ",", "."
        };
        Random random = new Random(7);
        for (int n = 0; n < 50_000; n++) {
            StringBuilder builder = new StringBuilder();
            int length = random.nextInt(7);
            for (int i = 0; i < length; i++) {
                builder.append(pieces[random.nextInt(pieces.length)]);
            }
            assertComesBack(builder.toString());
        }
    }

    @Test
    void disarmsEveryKnownPayloadAndGivesItBack() throws IOException {
        assumeThat(PAYLOADS).as("the examples beside the project").exists();

        for (String payload : Files.readAllLines(PAYLOADS)) {
            assertComesBack(payload);
        }
    }

    private static void assertComesBack(String cell) {
        String disarmed = Formulas.disarm(cell);

        assertThat(disarmed).doesNotMatch("(?s)^\\s*[=@].*").doesNotMatch("(?s)^\\s*[+-](?![\\d.,]*$).*");
        assertThat(Text.strip(Formulas.rearm(Text.strip(disarmed)))).as(cell).isEqualTo(Text.strip(cell));
    }
}
