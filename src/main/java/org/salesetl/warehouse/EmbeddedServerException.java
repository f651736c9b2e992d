package org.salesetl.warehouse;

/** The embedded server cannot be used; the message says why in one sentence. */
final class EmbeddedServerException extends RuntimeException {

    EmbeddedServerException(String message) {
        super(message);
    }

    EmbeddedServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
