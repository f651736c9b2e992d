package org.salesetl;

import org.jspecify.annotations.Nullable;

/** The service cannot start, because of its configuration or because of what it finds. */
public class RefusedStartException extends RuntimeException {

    private final String wayOut;

    /**
     * @param message what is wrong, in a sentence
     * @param wayOut what the person who starts the service can do about it
     */
    public RefusedStartException(String message, String wayOut) {
        this(message, wayOut, null);
    }

    /** The same, with the failure that caused it. */
    public RefusedStartException(String message, String wayOut, @Nullable Throwable cause) {
        super(message, cause);
        this.wayOut = wayOut;
    }

    public String wayOut() {
        return wayOut;
    }
}
