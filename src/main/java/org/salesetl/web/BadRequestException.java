package org.salesetl.web;

/** A request is wrong. The message says what was expected and what was found. */
public class BadRequestException extends RuntimeException {

    /** More of a value tells nobody what is wrong with it. */
    private static final int MOST_CHARACTERS = 500;

    /** @param found what the request has; only its beginning if it is long */
    public BadRequestException(String parameter, String expected, String found) {
        this(parameter + ": expected " + expected + " but found " + beginning(found));
    }

    /** @param message what was expected and what was found */
    public BadRequestException(String message) {
        super(message);
    }

    private static String beginning(String found) {
        return found.codePointCount(0, found.length()) <= MOST_CHARACTERS
                ? found
                : found.substring(0, found.offsetByCodePoints(0, MOST_CHARACTERS)) + "…";
    }
}
