package org.salesetl.web;

/** A request that cannot be met as things stand; the message says what stands in the way. */
public class ConflictException extends RuntimeException {

    public ConflictException(String message) {
        super(message);
    }
}
