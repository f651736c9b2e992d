package org.salesetl.web;

/** A request for something that is not there; the message says what there is. */
public class NotFoundException extends RuntimeException {

    public NotFoundException(String message) {
        super(message);
    }
}
