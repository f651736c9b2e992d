package org.salesetl.notation;

import org.salesetl.vocabulary.Labelled;

/** What stands between whole units and decimals in a file; the other one groups thousands. */
public enum DecimalMark implements Labelled {
    POINT('.'),
    COMMA(',');

    private final char decimal;

    DecimalMark(char decimal) {
        this.decimal = decimal;
    }

    /** What stands before the decimals. */
    public char decimal() {
        return decimal;
    }
}
