package org.salesetl.intake;

/** A whole file that cannot be loaded; the message tells a sales person what was expected and what came. */
public class RefusedFileException extends RuntimeException {

    public RefusedFileException(String message) {
        super(message);
    }

    /** A compressed file that cannot be read to its end. */
    static RefusedFileException damaged(Exception cause) {
        return new RefusedFileException("Expected a complete compressed file but it is damaged (" + cause.getMessage()
                + "). Compress it again and drop it again.");
    }
}
