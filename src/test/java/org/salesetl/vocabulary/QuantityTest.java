package org.salesetl.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({"6, 6", "6.0000, 6", "600.00, 600", "6E+2, 600", "0.0000, 0", "0.3500, 0.35", "-0.0001, -0.0001"})
    void isWrittenWithoutZerosAtTheEnd(String units, String written) throws IOException {
        Quantity quantity = quantity(units);

        assertThat(quantity).isEqualTo(quantity(written)).hasToString(written);
        assertThat(new ObjectMapper().writeValueAsString(quantity)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1.2345, 3.7035",
        "0.35, 1.9, 0.665",
        "0.5, 0.0001, 0.0001",
        "0.4999, 0.0001, 0",
        "-0.5, 0.0001, -0.0001",
        "0.3333, 0.3333, 0.1111",
        "99999999999.9999, 9999.9999, 999999989999999.0000"
    })
    void makesARevenueOfFourDecimalsRoundedHalfUp(String units, String unitPrice, String revenue) {
        BigDecimal product = quantity(units).times(new BigDecimal(unitPrice));

        assertThat(product).isEqualByComparingTo(revenue);
        assertThat(product.scale()).isLessThanOrEqualTo(4);
    }

    @Test
    void makesThePriceOfOneUnit() {
        assertThat(quantity("0.35").unitPrice(BigDecimal.ONE)).isEqualTo("2.8571");
        assertThat(quantity("-3").unitPrice(BigDecimal.valueOf(-2))).isEqualTo("0.6667");
    }

    private static Quantity quantity(String units) {
        return new Quantity(new BigDecimal(units));
    }
}
