package org.salesetl.web;

import org.jspecify.annotations.Nullable;

/** The service cannot do now what a request asks for. The message says what prevents it. */
public class ConflictException extends RuntimeException {

    private final @Nullable String location;

    public ConflictException(String message) {
        this(message, null);
    }

    protected ConflictException(String message, @Nullable String location) {
        super(message);
        this.location = location;
    }

    /** The URL of the thing that prevents the request; null if there is none. */
    public @Nullable String location() {
        return location;
    }

    /** What a program needs to know to go on; null if the message says it all. */
    public @Nullable Object details() {
        return null;
    }
}
