package org.salesetl.vocabulary;

/** What a question about a file, and the answer to the question, is about. */
public enum Subject implements Labelled {
    /** Which column is what: the {@code columns} of a mapping, as JSON; or the header cell of one column that the file has twice. */
    COLUMNS,
    /** Which of several mappings reads the file: its name. */
    MAPPING,
    /** Whether the day or the month comes first: the label of a {@code DateOrder}; or whether counted days are dates: {@link Acceptance}. */
    DATES,
    /** What stands before decimals: the label of a {@code DecimalMark}; or whether a discount is {@code money} or a {@code share}. */
    NUMBERS,
    /** What a status means: the label of a {@code Standing}. */
    STATUS,
    /** Whether the amount or price times quantity is the revenue: {@code amount} or {@code price}. */
    AMOUNT,
    /** Whether sales without a customer load: {@link Acceptance}. */
    GUESTS,
    /** Whether the numbers of orders start again each day: {@link Acceptance}. */
    ORDERS,
    /** Whether rows with negative quantities or amounts load as returns: {@link Acceptance}. */
    RETURNS
}
