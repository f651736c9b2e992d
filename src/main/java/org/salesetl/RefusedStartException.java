package org.salesetl;

import org.jspecify.annotations.Nullable;

/** The service cannot start as it is configured, or on what it finds. */
public class RefusedStartException extends RuntimeException {

    private final String wayOut;

    /**
     * @param message what is wrong, in a sentence
     * @param wayOut what whoever starts the service can do about it
     */
    public RefusedStartException(String message, String wayOut) {
        this(message, wayOut, null);
    }

    /** The same, for a reason that was met. */
    public RefusedStartException(String message, String wayOut, @Nullable Throwable cause) {
        super(message, cause);
        this.wayOut = wayOut;
    }

    public String wayOut() {
        return wayOut;
    }
}
