package org.salesetl.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salesetl.inbox.FileNames;
import org.salesetl.notation.DateOrder;
import org.salesetl.notation.Dates;
import org.salesetl.notation.DecimalMark;
import org.salesetl.notation.Numbers;
import org.salesetl.text.Formulas;
import org.salesetl.text.Text;

/** Whatever is in a cell: it is a number, a date, or neither, and it survives a spreadsheet. */
class NotationFuzzTest {

    private static final int LONGEST_NUMBER = 64;

    static Stream<String> seeds() {
        return Stream.of(
                "12.5",
                "$1,060.22",
                "1.060,22 €",
                "R$ 1,200",
                "(12.00)",
                "12.00-",
                "1,23,456.78",
                "CHF 1'200.50",
                "0.350 kg",
                "100.00/Bag",
                "1e5",
                "2025-01-31",
                "20250131",
                "31. 1. 25",
                "05-Mar-25",
                "Mar 5, 2025 11:59 p. m.",
                "2025年1月31日",
                "5 mars 2025",
                "31/12/2024 23h59",
                "=1+1;-2\t@x",
                "'=1",
                "../../x.csv",
                "a\u0000b",
                "CON.txt");
    }

    @MethodSource("seeds")
    @ParameterizedTest
    void readsTheSeeds(String cell) {
        readsAnyCell(cell);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void readsAnyCell(@NotNull String cell) {
        for (DecimalMark mark : DecimalMark.values()) {
            BigDecimal number = Numbers.parse(cell, mark);
            if (number != null) {
                String plain = plain(number, mark);
                if (plain.length() <= LONGEST_NUMBER) {
                    assertThat(Numbers.parse(plain, mark)).isEqualByComparingTo(number);
                }
                assertThat(Numbers.quantity(cell, mark)).isEqualByComparingTo(number);
            }
            Numbers.quantity(cell, mark);
        }
        for (DateOrder order : DateOrder.values()) {
            LocalDate date = Dates.parse(cell, order);
            if (date != null) {
                assertThat(Dates.parse(date.toString(), order)).isEqualTo(date);
            }
        }
        String disarmed = Formulas.disarm(cell);
        assertThat(Formulas.rearm(disarmed)).isEqualTo(Text.strip(cell));
        assertThat(FileNames.kept(cell).getBytes(UTF_8)).hasSizeLessThanOrEqualTo(FileNames.MOST_BYTES);
        assertThat(FileNames.safe(cell)).doesNotContain("/", "\\", "\u0000");
    }

    private static String plain(BigDecimal number, DecimalMark mark) {
        String plain = number.abs().toPlainString().replace('.', mark.decimal());
        return number.signum() < 0 ? "-" + plain : plain;
    }
}
