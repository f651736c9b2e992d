package org.salesetl.load;

/** The names of what routes keep beside the body. */
public final class Variables {

    /** The {@link org.salesetl.ledger.Run} that goes on. */
    public static final String RUN = "run";

    /** The {@link Claim} in hand, for what has to be done with the file whatever became of the body. */
    public static final String CLAIM = "claim";

    /** The {@link RowChunk} whose records are in the body. */
    public static final String CHUNK = "chunk";

    private Variables() {}
}
