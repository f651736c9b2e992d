package org.salesetl.retention;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one night deletes, in small steps, one announcement after the other. */
final class Night {

    private final Deque<Notice> due;
    private final Instant end;
    private OldThings.@Nullable Batches batches;
    private boolean hindered;

    /**
     * @param due the announcements whose day has come
     * @param end when the night is over, even if not everything is gone
     */
    Night(List<Notice> due, Instant end) {
        this.due = new ArrayDeque<>(due);
        this.end = end;
    }

    /** Whether there is something left to delete. */
    boolean goesOn(Instant now) {
        return !due.isEmpty() && now.isBefore(end);
    }

    /** The announcement in hand. */
    Notice notice() {
        return due.getFirst();
    }

    /** The steps that delete what the announcement in hand names; null before they begin. */
    OldThings.@Nullable Batches batches() {
        return batches;
    }

    /** Begins with the announcement in hand. */
    OldThings.Batches begin(OldThings.Batches begun) {
        batches = begun;
        return begun;
    }

    /** Turns to the next announcement. */
    void turn() {
        due.removeFirst();
        batches = null;
    }

    /** Notes whether a run goes on, and nothing may be deleted. */
    void hindered(boolean byRun) {
        hindered = byRun;
    }

    /** How long to wait before the next step, in milliseconds: pages and runs come first. */
    long pauseMillis() {
        return hindered ? 5_000 : 20;
    }
}
