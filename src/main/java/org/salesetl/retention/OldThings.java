package org.salesetl.retention;

import java.time.Instant;

/** How old things of one {@link Subject} are found and deleted. */
interface OldThings {

    Subject subject();

    /** What is older than this, and may be deleted. */
    Found look(Instant olderThan);

    /** Begins to delete what is older than this. */
    Batches begin(Instant olderThan);

    /** Deletes in small steps. */
    interface Batches {

        /**
         * Deletes some more, in the transaction of the caller.
         *
         * @return how many things are gone
         */
        long deleteSome();

        /** Whether everything is gone that the last step could find. */
        boolean isDone();
    }
}
