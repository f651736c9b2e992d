package org.salesetl.lake;

import org.jspecify.annotations.Nullable;

/** Spark has not answered; the message says why, as the end of a sentence. */
class SparkException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SparkException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
