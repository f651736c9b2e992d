package org.salesetl.dashboard;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.ledger.FileLoad;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.RunEntry;
import org.salesetl.pipeline.LoadProgress;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Tells how far the run has come that is going on. */
@Component
class RunProgress {

    private final LoadProgress progress;

    RunProgress(LoadProgress progress) {
        this.progress = progress;
    }

    /** A request for the newest run. */
    WebRequest newest() {
        return new WebRequest("/api/etl/runs", Map.of("limit", List.of("1")), null, null);
    }

    Report report(RunEntry.Listing newest) {
        RunEntry run = newest.runs().isEmpty() ? null : newest.runs().get(0);
        boolean running = run != null && run.status().equals(Run.Status.RUNNING.label());
        FileLoad load = progress.current();
        return new Report(
                running,
                run,
                !running || load == null
                        ? null
                        : new Reading(
                                load.drop().name(),
                                load.layout().kind().label(),
                                load.books().read()));
    }

    /**
     * How far things are.
     *
     * @param running whether the newest run is going on
     * @param run the newest run, with the files that it has finished; null if there has been none
     * @param reading the file in hand; null between files, and if another instance has it
     */
    record Report(
            boolean running,
            @Nullable RunEntry run,
            @Nullable Reading reading) {}

    /**
     * The file in hand.
     *
     * @param rows how many rows of it have been read so far
     */
    record Reading(String name, String kind, int rows) {}
}
