package org.salesetl.inbox;

/** A file that somebody was still writing to while it was loaded: nothing of it is kept, and it waits again. */
public class DropChangedException extends RuntimeException {

    public DropChangedException(String name) {
        super(name + " was still being written; it is loaded once it is complete");
    }
}
