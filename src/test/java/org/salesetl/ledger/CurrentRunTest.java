package org.salesetl.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.salesetl.SomeProperties;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.ledger.RunRequest.Trigger;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CurrentRunTest {

    private final Watch watch = new Watch();
    private final int[] stops = {0};
    private final CurrentRun current =
            new CurrentRun(watch, SomeProperties.with("file-time-limit", "10m"), () -> stops[0]++);
    private final Run run = new Run(7, new RunRequest(Trigger.WATCH, Mode.INCREMENTAL));

    @Test
    void stopsAFileThatTakesTooLongButNotTheNextFile() {
        current.begin(run);
        current.beginFile();
        watch.pass(Duration.ofMinutes(9));
        current.watchTime();
        assertThatCode(current::requireGoing).doesNotThrowAnyException();

        watch.pass(Duration.ofMinutes(2));
        current.watchTime();
        current.watchTime();

        assertThat(stops[0]).isEqualTo(1);
        assertThatThrownBy(current::requireGoing)
                .isInstanceOf(StoppedFileException.class)
                .hasMessage("The file took longer than sales-etl.file-time-limit allows, which is 10 minutes");
        current.endFile();
        current.nextFile();
        assertThatCode(current::beginFile).doesNotThrowAnyException();
        assertThat(run.isCancelled()).isFalse();
    }

    @Test
    void doesNotMoveWhileItOnlyWaitsForACluster() {
        current.begin(run);
        watch.pass(Duration.ofMinutes(16));
        current.requireNotStopped();

        assertThat(current.isStuck()).isTrue();
        current.cancel(run.id(), "Ann");
        assertThatThrownBy(current::requireNotStopped).hasMessage("The run was cancelled by Ann");
    }

    @Test
    void isStuckWhenNothingHasMovedForLong() {
        assertThat(current.isStuck()).isFalse();
        current.begin(run);
        current.beginFile();
        watch.pass(Duration.ofMinutes(14));
        current.requireGoing();
        watch.pass(Duration.ofMinutes(14));
        assertThat(current.isStuck()).isFalse();
        assertThat(current.idle()).isEqualTo(Duration.ofMinutes(14));

        watch.pass(Duration.ofMinutes(1));

        assertThat(current.isStuck()).isTrue();
        Health health = new RunHealthIndicator(current).health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsEntry("moved", "15 minutes ago");
        current.end();
        assertThat(current.isStuck()).isFalse();
        assertThat(new RunHealthIndicator(current).health().getStatus()).isEqualTo(Status.UP);
        assertThat(current.idle()).isZero();
    }

    @Test
    void saysOnceInTheLogThatItIsStuck(CapturedOutput output) {
        current.begin(run);
        watch.pass(Duration.ofMinutes(16));

        current.tellIfStuck();
        current.tellIfStuck();

        assertThat(output.toString()).containsOnlyOnce("Run 7 has moved nothing for 16 minutes");
    }

    @Test
    void doesNotCountTheTimeBetweenTwoTriesOfALoad() {
        current.begin(run);
        current.beginFile();
        watch.pass(Duration.ofMinutes(8));
        current.endFile();
        watch.pass(Duration.ofHours(5));
        current.watchTime();
        current.beginFile();
        watch.pass(Duration.ofMinutes(8));
        current.watchTime();

        assertThatCode(current::requireGoing).doesNotThrowAnyException();
    }

    @Test
    void cancelsARunWithAllItsFiles() {
        current.begin(run);
        current.beginFile();

        assertThat(current.cancel(6, "admin")).isFalse();
        assertThat(current.cancel(7, "admin")).isTrue();

        assertThatThrownBy(current::requireGoing).hasMessage("The run was cancelled by admin");
        current.endFile();
        current.nextFile();
        assertThatThrownBy(current::beginFile).isInstanceOf(StoppedFileException.class);
        assertThat(run.outcome()).isEqualTo("failed");
        assertThat(run.message()).isEqualTo("Cancelled by admin");
        current.end();
        assertThat(current.cancel(7, "admin")).isFalse();
    }

    /** A clock that only the test moves forward. */
    private static final class Watch extends Clock {

        private Instant now = Instant.EPOCH;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
