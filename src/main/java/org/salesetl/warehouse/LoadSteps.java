package org.salesetl.warehouse;

import org.salesetl.intake.Kind;

/** The names of the steps that every kind of file has, and of the one that follows new customers and products. */
public final class LoadSteps {

    /** Loads the parked sales that have become complete. */
    public static final String RELEASE_PARKED_SALES = "release-parked-sales";

    /** Begins to collect what a wide file says of customers and products. */
    public static final String COLLECT_DESCRIPTIONS = "collect-descriptions";

    /** Takes a list of good rows of a wide file. */
    public static final String NOTE_DESCRIPTIONS = "note-descriptions";

    /** Brings what was collected into the dimensions, and sets free the parked sales that have waited for it. */
    public static final String MERGE_DESCRIPTIONS = "merge-descriptions";

    private LoadSteps() {}

    /** Prepares for good rows. */
    public static String openStage(Kind kind) {
        return "open-stage-" + kind.label();
    }

    /** Sends a list of good rows to the database. */
    public static String stage(Kind kind) {
        return "stage-" + kind.label();
    }

    /** Waits until the database has all of them. */
    public static String closeStage(Kind kind) {
        return "close-stage-" + kind.label();
    }

    /** Moves what is staged into the star schema. */
    public static String merge(Kind kind) {
        return "merge-" + kind.label();
    }
}
