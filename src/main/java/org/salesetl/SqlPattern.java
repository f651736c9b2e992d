package org.salesetl;

/** Text in the patterns of {@code LIKE}. */
public final class SqlPattern {

    private SqlPattern() {}

    /** A pattern that only this very text matches: what would stand for other characters stands for itself. */
    public static String literal(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }
}
