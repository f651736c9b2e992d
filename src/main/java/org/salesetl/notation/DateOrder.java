package org.salesetl.notation;

import org.salesetl.vocabulary.Labelled;

/**
 * What the first two numbers of a date such as {@code 03/04/2025} mean in a file. Dates that begin with the year have only one
 * meaning.
 */
public enum DateOrder implements Labelled {
    /** All dates begin with the year; no other dates are understood. */
    YEAR_FIRST("2025-01-31"),
    DAY_FIRST("31/01/2025"),
    MONTH_FIRST("01/31/2025"),
    /** The year comes first, in two digits. */
    SHORT_YEAR_FIRST("25-01-31"),
    /**
     * Some dates do not begin with the year, and their order is unknown: nothing tells it, or the cells contradict each other.
     * Somebody has to say.
     */
    UNDECIDED("2025-01-31");

    private final String example;

    DateOrder(String example) {
        this.example = example;
    }

    /** The last day of January 2025 as such a file writes it. */
    public String example() {
        return example;
    }

    /** The order in words, for pages and messages: {@code day first}. */
    public String words() {
        return label().replace('_', ' ');
    }
}
