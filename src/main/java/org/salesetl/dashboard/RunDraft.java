package org.salesetl.dashboard;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.SqlRow;
import org.salesetl.ledger.RunEntry;

/** Collects what the page of one run shows. */
final class RunDraft implements SqlParameters {

    private final RunEntry run;
    private List<WaitingGuests> guests = List.of();

    RunDraft(RunEntry run) {
        this.run = run;
    }

    RunEntry run() {
        return run;
    }

    /** Takes over the rows of {@code select-waiting-guests.sql}. */
    void waiting(List<SqlRow> rows) {
        guests = WaitingGuests.of(rows);
    }

    /** The sales without a customer that wait in files with the columns of this run's files. */
    List<WaitingGuests> guests() {
        return guests;
    }

    /** The parameters of {@code select-waiting-guests.sql}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of("runId", run.id());
    }
}
