package org.salesetl.engine;

import org.jspecify.annotations.Nullable;

/** Spark has not answered; the message says why, as the end of a sentence. */
public class SparkException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * A program has failed, has ended, or is too slow.
     *
     * @param message why, as the end of a sentence
     * @param cause what it was, if that is an exception here
     */
    public SparkException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
