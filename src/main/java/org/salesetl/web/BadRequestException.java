package org.salesetl.web;

/** A request is wrong. The message says what was expected and what was found. */
public class BadRequestException extends RuntimeException {

    public BadRequestException(String parameter, String expected, String found) {
        this(parameter + ": expected " + expected + " but found " + found);
    }

    /** @param message what was expected and what was found */
    public BadRequestException(String message) {
        super(message);
    }
}
