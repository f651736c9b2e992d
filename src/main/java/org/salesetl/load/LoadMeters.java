package org.salesetl.load;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.salesetl.ledger.Outcome;
import org.salesetl.vocabulary.Kind;
import org.springframework.stereotype.Component;

/** Counts the rows of committed loads, and measures the work on files, for {@code /actuator/prometheus}. */
@Component
public class LoadMeters {

    private static final String KIND = "kind";
    private static final Duration[] BOUNDS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        Duration.ofHours(1)
    };

    private final MeterRegistry meters;

    /** Makes all counters and timers at once: a counter that begins above zero shows no increase. */
    LoadMeters(MeterRegistry meters) {
        this.meters = meters;
        for (Kind kind : Kind.values()) {
            for (Outcome outcome : Outcome.values()) {
                rows(kind, outcome);
            }
            time(kind, true);
            time(kind, false);
        }
    }

    /** Counts the rows of a file when the current transaction commits; if it does not commit, nothing is counted. */
    public void countWhenCommitted(FileLoad load) {
        AfterCommit.run(() -> {
            for (Outcome outcome : Outcome.values()) {
                rows(load.kind(), outcome).increment(load.books().part(outcome).rows());
            }
        });
    }

    /**
     * Notes that the work on a file has ended. Does nothing if the service has found out before any row that the file does not load.
     *
     * @param time from the survey of the file to the commit of its rows
     * @param loaded false if the load failed or is to be repeated
     */
    public void worked(Claim claim, Duration time, boolean loaded) {
        FileLoad load = claim.load();
        if (load != null) {
            time(load.kind(), loaded).record(time);
        }
    }

    private Counter rows(Kind kind, Outcome outcome) {
        return Counter.builder("sales.etl.rows")
                .description("Rows of committed loads")
                .tag(KIND, kind.label())
                .tag("outcome", outcome.label())
                .register(meters);
    }

    private Timer time(Kind kind, boolean loaded) {
        return Timer.builder("sales.etl.file")
                .description("The work on a file, from its survey to its commit")
                .tag(KIND, kind.label())
                .tag("loaded", String.valueOf(loaded))
                .serviceLevelObjectives(BOUNDS)
                .register(meters);
    }
}
