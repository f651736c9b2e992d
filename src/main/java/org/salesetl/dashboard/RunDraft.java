package org.salesetl.dashboard;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.answer.GuestQuery;
import org.salesetl.answer.WaitingGuests;
import org.salesetl.ledger.RunEntry;
import org.salesetl.sql.SqlParameters;

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

    /** Stores the sales that wait because they have no customer. */
    void waiting(List<WaitingGuests> sales) {
        guests = sales;
    }

    /** The sales without a customer that wait in files with the columns of this run's files. */
    List<WaitingGuests> guests() {
        return guests;
    }

    /** Asks for the sales without a customer in files with the columns of this run's files. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return GuestQuery.ofRun(run.id()).parameters();
    }
}
