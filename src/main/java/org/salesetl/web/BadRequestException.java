package org.salesetl.web;

/** A request that cannot be answered as it is; the message says what was expected and what came. */
public class BadRequestException extends RuntimeException {

    public BadRequestException(String parameter, String expected, String found) {
        super(parameter + ": expected " + expected + " but found " + found);
    }
}
