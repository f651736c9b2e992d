package org.salesetl.archive;

/** A reload that would lose rows does not begin. The message says which files it lacks, and what to do. */
public final class ReloadRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ReloadRefusedException(String message) {
        super(message);
    }
}
