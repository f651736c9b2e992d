package org.salesetl.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.vocabulary.Labelled;

/** A run that has not ended yet. */
public final class Run implements SqlParameters {

    /** The state of a run. */
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

    /** The request that started the run. */
    public RunRequest request() {
        return request;
    }

    /** Notes that something failed. The run goes on with the other files, and ends as failed. */
    public synchronized void failed(String problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Notes something that people should know although nothing failed. The same note is kept once. */
    public synchronized void note(String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    /** Notes that somebody has cancelled the run. The run begins no other file, and ends as failed. */
    void cancel(String by) {
        cancelled = true;
        failed("Cancelled by " + by);
    }

    /** Whether somebody has cancelled the run. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** The status for the ledger: succeeded or failed. */
    public synchronized String outcome() {
        return (problems.isEmpty() ? Status.SUCCEEDED : Status.FAILED).label();
    }

    /** The message for the ledger: what failed, and all notes; empty if there is nothing to say. */
    public synchronized String message() {
        String message = Stream.concat(problems.stream(), notes.stream()).collect(Collectors.joining(" · "));
        return message.length() > 1000 ? message.substring(0, 999) + "…" : message;
    }

    /** The parameters of all statements about the run. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of("runId", id, "outcome", outcome(), "message", message());
    }
}
