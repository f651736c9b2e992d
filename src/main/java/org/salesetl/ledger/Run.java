package org.salesetl.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A run that is going on. */
public final class Run {

    /** How a run stands. */
    public enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED;

        /** The name in the ledger and in JSON. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final int id;
    private final RunRequest request;
    private final List<String> problems = new ArrayList<>();

    public Run(int id, RunRequest request) {
        this.id = id;
        this.request = request;
    }

    /** The run's number in the ledger. */
    public int id() {
        return id;
    }

    /** What was asked for. */
    public RunRequest request() {
        return request;
    }

    /** Notes that something failed; the run goes on with what is left, and ends as failed. */
    public void failed(String problem) {
        problems.add(problem);
    }

    /** How the run ends, for the ledger. */
    public String outcome() {
        return (problems.isEmpty() ? Status.SUCCEEDED : Status.FAILED).label();
    }

    /** What failed, for the ledger; empty if nothing did. */
    public String message() {
        String message = String.join(" · ", problems);
        return message.length() > 1000 ? message.substring(0, 999) + "…" : message;
    }
}
