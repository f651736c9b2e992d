package org.salesetl.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunProgressTest {

    @Test
    void estimatesHowLongTheRestTakes() {
        assertThat(RunProgress.secondsLeft(10, 250_000, 1_000_000)).isEqualTo(30);
        assertThat(RunProgress.secondsLeft(10, 1_000_000, 1_000_000)).isZero();
    }

    @Test
    void givesNoEstimateIfTooLittleIsKnown() {
        assertThat(RunProgress.secondsLeft(10, 10, 1_000_000)).isNull();
        assertThat(RunProgress.secondsLeft(10, 3_000_000, 1_000_000)).isNull();
        assertThat(RunProgress.secondsLeft(0.001, 0, 0)).isNull();
    }
}
