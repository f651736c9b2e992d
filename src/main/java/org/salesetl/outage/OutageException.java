package org.salesetl.outage;

/** A failure that knows its {@link Outage}. */
public abstract class OutageException extends RuntimeException {

    private final Outage outage;

    protected OutageException(Outage outage, String message) {
        super(message);
        this.outage = outage;
    }

    Outage outage() {
        return outage;
    }
}
