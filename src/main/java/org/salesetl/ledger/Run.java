package org.salesetl.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.vocabulary.Labelled;

/** A run that is going on. */
public final class Run implements SqlParameters {

    /** How a run stands. */
    public enum Status implements Labelled {
        RUNNING,
        SUCCEEDED,
        FAILED;
    }

    private final int id;
    private final RunRequest request;
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private volatile boolean cancelled;

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
    public synchronized void failed(String problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Notes something that somebody should know although nothing failed; once, however often a step is done again. */
    public synchronized void note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    /** Notes that somebody has cancelled the run: it ends as failed, and leaves what it has not begun. */
    void cancel(String by) {
        cancelled = true;
        failed("Cancelled by " + by);
    }

    /** Whether somebody has cancelled the run. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** How the run ends, for the ledger. */
    public synchronized String outcome() {
        return (problems.isEmpty() ? Status.SUCCEEDED : Status.FAILED).label();
    }

    /** What failed and what else there is to say, for the ledger; empty if there is nothing. */
    public synchronized String message() {
        String message = Stream.concat(problems.stream(), notes.stream()).collect(Collectors.joining(" · "));
        return message.length() > 1000 ? message.substring(0, 999) + "…" : message;
    }

    /** Everything that statements about the run ask for. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of("runId", id, "outcome", outcome(), "message", message());
    }
}
