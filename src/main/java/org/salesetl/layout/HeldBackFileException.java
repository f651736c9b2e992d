package org.salesetl.layout;

/** The file waits for an answer; the message asks a sales person for it. */
public class HeldBackFileException extends RuntimeException {

    public HeldBackFileException(String question) {
        super(question);
    }
}
