package org.salesetl.bench;

/** What was measured did not do its work, so its speed means nothing. */
final class WrongResultException extends RuntimeException {

    WrongResultException(String message) {
        super(message);
    }
}
