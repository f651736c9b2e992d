package org.salesetl.load;

import org.salesetl.vocabulary.Kind;

/** The names of the steps of a load that are in other packages than its beginning. */
public final class LoadSteps {

    /**
     * Takes a {@link FileLoad}, and reads the rows of its file. Good rows go to {@link #STAGE_SALES} or
     * {@link #NOTE_DESCRIPTIONS}; good rows of a dimension go to the load that was started for them.
     */
    public static final String READ_ROWS = "read-rows";

    /** Takes the verdicts on a chunk of sales. */
    public static final String STAGE_SALES = "stage-sales";

    /** Takes the verdicts on a chunk of a wide file that is read for its customers and products. */
    public static final String NOTE_DESCRIPTIONS = "note-descriptions";

    /**
     * Takes the {@link FileLoad} of a wide file, and loads the customers and products that its sales describe. Returns the same
     * load.
     */
    public static final String LOAD_DESCRIPTIONS = "load-descriptions";

    /** Takes a {@link FileLoad} that has brought customers, products or rates, and loads the parked sales that are now complete. */
    public static final String RELEASE_PARKED_SALES = "release-parked-sales";

    /** Removes parked sales whose rows are settled in the quarantine. */
    public static final String UNPARK_SETTLED_SALES = "unpark-settled-sales";

    /** Takes a claim whose layout is known, and lets a cluster judge its rows if that is the better way. */
    public static final String JUDGE_ON_CLUSTER = "judge-on-cluster";

    /** Deletes what a cluster has said of the rows of a file, once the next file or the end of the run has come. */
    public static final String FORGET_VERDICTS = "forget-verdicts";

    private LoadSteps() {}

    /** Takes a {@link FileLoad}, and loads its rows: reads them, stages them, and moves them into the star schema. */
    public static String load(Kind kind) {
        return "load-" + kind.label();
    }
}
