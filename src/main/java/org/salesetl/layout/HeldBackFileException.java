package org.salesetl.layout;

/** A file that waits for an answer; the message asks a sales person. */
public class HeldBackFileException extends RuntimeException {

    public HeldBackFileException(String question) {
        super(question);
    }
}
