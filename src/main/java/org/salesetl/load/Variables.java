package org.salesetl.load;

/** The names of the variables that routes keep beside the body. */
public final class Variables {

    /** The current {@link org.salesetl.ledger.Run}. */
    public static final String RUN = "run";

    /** The current {@link Claim}, for steps that deal with the file after a failure, whatever the body is then. */
    public static final String CLAIM = "claim";

    /** The {@link RowChunk} whose records are in the body. */
    public static final String CHUNK = "chunk";

    private Variables() {}
}
