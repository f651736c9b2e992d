package org.salesetl.load;

/** The ledger does not stand where the events of a file begin: another instance has loaded them, or some before them are missing. */
public class StaleEventsException extends RuntimeException {

    StaleEventsException(EventRange events) {
        super("The events of " + events.topic() + ", partition " + events.partition() + ", from offset " + events.from()
                + " are not the next ones; they are read again where the ledger stands");
    }
}
