package org.salesetl.text;

import java.util.regex.Pattern;

/** The whole file cannot be loaded; the message tells a sales person what was expected and what was found. */
public class RefusedFileException extends RuntimeException {

    /** The name of a class, which some libraries put into their messages. */
    private static final Pattern TYPE =
            Pattern.compile("[a-z]\\.[A-Za-z.$]{0,200}(Exception|Error)\\b|\\b(com|org|java)\\.");

    public RefusedFileException(String message) {
        super(message);
    }

    /** A compressed file that cannot be read to its end. */
    public static RefusedFileException damaged(Exception cause) {
        return new RefusedFileException("Expected a complete compressed file but it is damaged" + words(cause)
                + ". Compress it again and drop it again.");
    }

    /** What prevents reading the file, in brackets; empty if the message is written for programmers. */
    private static String words(Exception cause) {
        String message = cause.getMessage();
        return message == null || TYPE.matcher(message).find() ? "" : " (" + Text.visible(message) + ")";
    }
}
