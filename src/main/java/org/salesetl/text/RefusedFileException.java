package org.salesetl.text;

/** The whole file cannot be loaded; the message tells a sales person what was expected and what was found. */
public class RefusedFileException extends RuntimeException {

    public RefusedFileException(String message) {
        super(message);
    }

    /** A compressed file that cannot be read to its end. */
    public static RefusedFileException damagedCompression() {
        return damaged("compressed file", "Compress it again and drop it again.");
    }

    /**
     * A file that is damaged or was cut off. What its reader says of the damage is written for programmers, so nobody is told.
     *
     * @param what the kind of the file, without an article
     * @param help what to do, in a sentence
     */
    public static RefusedFileException damaged(String what, String help) {
        return new RefusedFileException("Expected a complete " + what + " but it is damaged or was cut off. " + help);
    }

    /**
     * A file of a kind that holds no table which can be read.
     *
     * @param words what the file is, with an article
     * @param help what to do, in a sentence
     */
    public static RefusedFileException noTable(String words, String help) {
        return new RefusedFileException(
                "Expected a table, as text or in a workbook, but this is " + words + ". " + help);
    }
}
