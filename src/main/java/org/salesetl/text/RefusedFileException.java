package org.salesetl.text;

import java.util.regex.Pattern;

/** A whole file that cannot be loaded; the message tells a sales person what was expected and what came. */
public class RefusedFileException extends RuntimeException {

    /** The name of a class, as libraries put it into their messages. */
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

    /** What is in the way of reading it, in brackets; nothing if that is told in the words of programmers. */
    private static String words(Exception cause) {
        String message = cause.getMessage();
        return message == null || TYPE.matcher(message).find() ? "" : " (" + Text.visible(message) + ")";
    }
}
