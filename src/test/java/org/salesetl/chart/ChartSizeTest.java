package org.salesetl.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ChartSizeTest {

    @Test
    void acceptsTheBoundsThemselves() {
        assertThat(new ChartSize(200, 150, 1)).isNotNull();
        assertThat(new ChartSize(2000, 1500, 2)).isNotNull();
        assertThat(ChartSize.DEFAULT).isEqualTo(new ChartSize(900, 500, 1));
    }

    @Test
    void saysWhichParameterIsWrongWhatWasExpectedAndWhatWasFound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChartSize(199, 500, 1))
                .withMessage("width: expected a whole number from 200 to 2000 but found 199");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChartSize(900, 1501, 1))
                .withMessage("height: expected a whole number from 150 to 1500 but found 1501");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChartSize(900, 500, 3))
                .withMessage("scale: expected a whole number from 1 to 2 but found 3");
    }
}
