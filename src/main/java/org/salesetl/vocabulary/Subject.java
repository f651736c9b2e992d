package org.salesetl.vocabulary;

/** What a question about a file, and the answer to the question, is about. */
public enum Subject implements Labelled {
    /** Whether the day or the month comes first: the label of a {@code DateOrder}. */
    DATES,
    /** Whether sales without a customer load: {@link Acceptance}. */
    GUESTS
}
