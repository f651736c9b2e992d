package org.salesetl.event;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How far a partition has been read. When reading begins anew, events of the earlier reading may still come; they count only from
 * the first event of the new reading on.
 */
final class PartitionReading {

    /** Where the ledger stands; negative if that is not known, and reading has to wait. */
    private long position = -1;

    /** Behind the last event that counted. */
    private long expected;

    /** The first event since reading began anew; negative before it has come. */
    private long first = -1;

    private boolean begun;
    private final Deque<EventFile> files = new ArrayDeque<>();
    private @Nullable EventFile inHand;

    /** Whether the position in the ledger is known. */
    boolean isPlaced() {
        return position >= 0;
    }

    long position() {
        return position;
    }

    /** Begins anew from the position of the ledger. */
    void place(long ledgerPosition) {
        position = ledgerPosition;
        expected = ledgerPosition;
        first = -1;
        begun = false;
    }

    /** Forgets the place; what has been collected is not to be loaded any more. */
    void lose() {
        position = -1;
        first = -1;
        begun = false;
    }

    /** Notes the first event of those that were just read. */
    void polled(long offset) {
        if (isPlaced() && first < 0) {
            first = offset;
        }
    }

    /** Whether this event is the next one. */
    boolean counts(long offset) {
        begun = begun || (first >= 0 && offset == first);
        return isPlaced() && begun && offset >= expected;
    }

    void collected(long offset) {
        expected = offset + 1;
    }

    long expected() {
        return expected;
    }

    /** The files that are not loaded yet, the oldest first. Only the last one may still grow. */
    Deque<EventFile> files() {
        return files;
    }

    /** The file that is being loaded; null if none is. */
    @Nullable
    EventFile inHand() {
        return inHand;
    }

    void takeInHand(@Nullable EventFile file) {
        inHand = file;
    }

    /** Notes how far the ledger has come. */
    void advanced(long ledgerPosition) {
        position = ledgerPosition;
    }
}
