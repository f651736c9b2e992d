package org.salesetl.web;

/** The user may not do what the request asks for. */
public class ForbiddenException extends RuntimeException {

    public ForbiddenException(String expected, String found) {
        super("Expected " + expected + " but found " + found + ".");
    }
}
