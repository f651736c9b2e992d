package org.salesetl.notation;

import org.salesetl.vocabulary.Labelled;

/**
 * What the first two numbers of a date such as {@code 03/04/2025} mean in a file. Dates that begin with the year mean one thing
 * anyway.
 */
public enum DateOrder implements Labelled {
    /** No other dates are understood: there are none. */
    YEAR_FIRST("2025-01-31"),
    DAY_FIRST("31/01/2025"),
    MONTH_FIRST("01/31/2025"),
    /** There are others, and nothing tells, or one tells this and another that: somebody has to say. */
    UNDECIDED("2025-01-31");

    private final String example;

    DateOrder(String example) {
        this.example = example;
    }

    /** The last day of January 2025 as such a file writes it. */
    public String example() {
        return example;
    }

    /** In words, for pages and messages: {@code day first}. */
    public String words() {
        return label().replace('_', ' ');
    }
}
