package org.salesetl.web;

/** A request asks for something that does not exist. The message says what exists. */
public class NotFoundException extends RuntimeException {

    public NotFoundException(String message) {
        super(message);
    }
}
