package org.salesetl.archive;

/** A reload that would lose rows, or lacks an answer, changes nothing. The message says why, and what to do. */
public final class ReloadRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ReloadRefusedException(String message) {
        super(message);
    }
}
