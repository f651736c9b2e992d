package org.salesetl.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoldLineTest {

    @ParameterizedTest
    @ValueSource(ints = {0, -20240101, 20240100, 20240132, 20240001, 20241301, 202401, 100000101})
    void refusesWhatIsNoDateKey(int dateKey) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitLine.of("O1", dateKey, 1, 1, 1, 1))
                .withMessage("Expected a date key but found " + dateKey);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 1, 1, 1, 0", "1, -1, 1, 1, 1, 0", "1, 1, 1, -1, 1, 0", "1, 1, 1, 1, 1, -1"})
    @CsvSource({"1, 1, -9223372036854775808, 1, 1, 0", "1, 1, 1, 1, -9223372036854775808, 0"})
    void refusesNumbersThatNoSumCouldTakeBack(
            int customerKey, int productKey, long quantity, long unitPrice, long revenue, int cityKey) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SoldLine(
                        "O1", 20240101, customerKey, productKey, quantity, unitPrice, revenue, 1, cityKey));
    }

    @Test
    void countsInTenThousandths() {
        assertThat(line("0.35", "742.2", "259.77"))
                .isEqualTo(new SoldLine("O1", 20240101, 1, 1, 3_500, 7_422_000, 2_597_700, SoldLine.NO_COST, 7));
        assertThat(line("-99999999999.9999", "0.0001", "922337203685477.5807"))
                .isEqualTo(new SoldLine(
                        "O1", 20240101, 1, 1, -999_999_999_999_999L, 1, Long.MAX_VALUE, SoldLine.NO_COST, 7));
    }

    @ParameterizedTest
    @CsvSource({"0.00001, 1, 1", "1, 0.00001, 1", "1, 1, 0.00001", "1, 922337203685477.5808, 1"})
    void refusesDecimalsThatItCannotHold(String quantity, String unitPrice, String revenue) {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> line(quantity, unitPrice, revenue));
    }

    private static SoldLine line(String quantity, String unitPrice, String revenue) {
        return SoldLine.of(
                "O1",
                20240101,
                1,
                1,
                new BigDecimal(quantity),
                new BigDecimal(unitPrice),
                new BigDecimal(revenue),
                null,
                7);
    }

    @Test
    void sharesItsPackWithTheWholeOrderOfTheMonth() {
        PackKey pack = PackKey.of(UnitLine.of("polygenelubricants", 20240101, 1, 1, 1, 1));

        assertThat(PackKey.of(UnitLine.of("polygenelubricants", 20240131, 2, 2, 2, 2)))
                .isEqualTo(pack);
        assertThat(pack.month()).isEqualTo(202401);
        assertThat(pack.slice()).isEqualTo(Math.floorMod("polygenelubricants".hashCode(), 16));
    }
}
