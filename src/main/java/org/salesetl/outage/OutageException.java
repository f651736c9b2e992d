package org.salesetl.outage;

/** A failure that knows by itself that it is an {@link Outage}. */
public abstract class OutageException extends RuntimeException {

    private final Outage outage;

    protected OutageException(Outage outage, String message) {
        super(message);
        this.outage = outage;
    }

    /** Which one. */
    Outage outage() {
        return outage;
    }
}
