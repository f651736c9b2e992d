package org.salesetl;

/** Text inside patterns of {@code LIKE}. */
public final class SqlPattern {

    private SqlPattern() {}

    /** A pattern that matches only this exact text: its wildcards are escaped. */
    public static String literal(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }
}
