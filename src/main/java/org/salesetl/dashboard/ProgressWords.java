package org.salesetl.dashboard;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.salesetl.dashboard.RunProgress.Judging;
import org.salesetl.dashboard.RunProgress.Reading;
import org.salesetl.ledger.RunEntry;
import org.salesetl.outage.Outage;
import org.salesetl.web.Words;
import org.springframework.stereotype.Component;

/** Says how far the current run is, in the same words everywhere. */
@Component
class ProgressWords {

    private final Words words;

    ProgressWords(Words words) {
        this.words = words;
    }

    /**
     * Some sentences about a run that is going on.
     *
     * @param reading the current file; null if there is none
     * @param waits what the run waits for; null if the run does not wait
     */
    String of(RunEntry run, @Nullable Reading reading, @Nullable Outage waits) {
        if (waits != null) {
            return words.say("outage." + waits.name().toLowerCase(Locale.ROOT)) + " "
                    + words.say("progress.nothing-lost");
        }
        return reading == null
                ? words.say("progress.looking") + complete(run)
                : progress(reading) + complete(run) + " " + words.say("progress.then-" + run.mode());
    }

    /** Some sentences about a file that a cluster judges. */
    String ofCluster(RunEntry run, Judging judging) {
        Long left = judging.secondsLeft();
        return words.say("progress.judges", judging.name(), judging.percent())
                + (left == null ? "" : words.say("progress.left", left))
                + "."
                + complete(run)
                + " "
                + words.say("progress.then-" + run.mode());
    }

    /** Says that a cluster has told nothing new for so many minutes, and what to do. */
    String ofStuckCluster(long minutes) {
        return words.say("progress.stuck-cluster", minutes);
    }

    /** Says that the run has not moved for so many minutes, and what to do. */
    String ofStuck(long minutes) {
        return words.say("progress.stuck", minutes);
    }

    private String progress(Reading reading) {
        if (reading.rows() == 0) {
            return words.say("progress.begins", reading.name());
        }
        Long left = reading.secondsLeft();
        if (left != null && left == 0) {
            return words.say("progress.writes", reading.name(), reading.rows());
        }
        return words.say("progress.reads", reading.name(), reading.rows())
                + (reading.rowsPerSecond() == 0 ? "" : words.say("progress.speed", reading.rowsPerSecond()))
                + (left == null ? "" : words.say("progress.left", left))
                + ".";
    }

    private String complete(RunEntry run) {
        return run.filesTotal() == 0 ? "" : " " + words.say("progress.complete", run.filesTotal());
    }
}
