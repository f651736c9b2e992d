package org.salesetl.web;

import org.jspecify.annotations.Nullable;

/** A request that cannot be met as things stand; the message says what stands in the way. */
public class ConflictException extends RuntimeException {

    private final @Nullable String location;

    public ConflictException(String message) {
        this(message, null);
    }

    protected ConflictException(String message, @Nullable String location) {
        super(message);
        this.location = location;
    }

    /** The URL of what stands in the way; null if it has none. */
    public @Nullable String location() {
        return location;
    }
}
