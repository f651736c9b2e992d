package org.salesetl.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoldLineTest {

    @ParameterizedTest
    @ValueSource(ints = {0, -20240101, 20240100, 20240132, 20240001, 20241301, 202401, 100000101})
    void refusesWhatIsNoDateKey(int dateKey) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SoldLine("O1", dateKey, 1, 1, 1, 1))
                .withMessage("Expected a date key but found " + dateKey);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 1, 1", "1, -1, 1, 1", "1, 1, 1, -1", "1, 1, 2, 4611686018427387904"})
    @CsvSource({"1, 1, -2147483648, 4294967296", "1, 1, -3, 9223372036854775807"})
    void refusesNumbersThatNoSumCouldTakeBack(int customerKey, int productKey, int quantity, long unitPrice) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SoldLine("O1", 20240101, customerKey, productKey, quantity, unitPrice));
    }

    @ParameterizedTest
    @CsvSource({"1, 9223372036854775807", "-1, 9223372036854775807", "-2147483648, 4294967295", "0, 9223372036854775807"
    })
    void takesTheLargestRevenues(int quantity, long unitPrice) {
        assertThat(new SoldLine("O1", 20240101, 0, 0, quantity, unitPrice).revenue())
                .isEqualTo(quantity * unitPrice);
    }

    @Test
    void sharesItsPackWithTheWholeOrderOfTheMonth() {
        PackKey pack = PackKey.of(new SoldLine("polygenelubricants", 20240101, 1, 1, 1, 1));

        assertThat(PackKey.of(new SoldLine("polygenelubricants", 20240131, 2, 2, 2, 2)))
                .isEqualTo(pack);
        assertThat(pack.month()).isEqualTo(202401);
        assertThat(pack.slice()).isEqualTo(Math.floorMod("polygenelubricants".hashCode(), 16));
    }
}
