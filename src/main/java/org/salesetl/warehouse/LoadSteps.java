package org.salesetl.warehouse;

import org.salesetl.intake.Kind;

/** The names of the steps that every kind of file has, and of the one that follows new customers and products. */
public final class LoadSteps {

    /** Loads the parked sales that have become complete. */
    public static final String RELEASE_PARKED_SALES = "release-parked-sales";

    private LoadSteps() {}

    /** Makes an empty staging table. */
    public static String openStage(Kind kind) {
        return "open-stage-" + kind.label();
    }

    /** Puts a list of good rows into the staging table. */
    public static String stage(Kind kind) {
        return "stage-" + kind.label();
    }

    /** Moves what is staged into the star schema. */
    public static String merge(Kind kind) {
        return "merge-" + kind.label();
    }
}
