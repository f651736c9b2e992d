package org.salesetl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

    private final Clock clock = new SteadyClock();

    @Test
    void measuresTime() throws InterruptedException {
        long nanos = System.nanoTime();
        Instant before = clock.instant();
        Thread.sleep(20);
        Duration measured = Duration.between(before, clock.instant());

        assertThat(measured).isBetween(Duration.ofMillis(20), Duration.ofNanos(System.nanoTime() - nanos));
    }

    @Test
    void tellsNoTimeOfDay() {
        assertThatThrownBy(() -> clock.withZone(ZoneOffset.UTC)).hasMessage("A steady clock tells no time of day");
    }
}
