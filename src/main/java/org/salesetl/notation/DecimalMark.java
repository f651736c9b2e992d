package org.salesetl.notation;

import org.salesetl.vocabulary.Labelled;

/** The character before decimals in a file; with a point, commas group thousands, and the other way round. */
public enum DecimalMark implements Labelled {
    POINT('.'),
    COMMA(',');

    private final char decimal;

    DecimalMark(char decimal) {
        this.decimal = decimal;
    }

    /** The character before decimals. */
    public char decimal() {
        return decimal;
    }
}
