package org.salesetl.intake;

/** A whole file that cannot be loaded; the message tells a sales person what was expected and what came. */
public class RefusedFileException extends RuntimeException {

    public RefusedFileException(String message) {
        super(message);
    }
}
