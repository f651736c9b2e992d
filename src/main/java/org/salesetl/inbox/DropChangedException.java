package org.salesetl.inbox;

/** Somebody was still writing to the file while it was loaded: nothing of it is kept, and the file waits again. */
public class DropChangedException extends RuntimeException {

    public DropChangedException(String name) {
        super(name + " was still being written; it is loaded once it is complete");
    }
}
