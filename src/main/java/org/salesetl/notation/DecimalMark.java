package org.salesetl.notation;

import java.util.Locale;

/** What stands between whole units and decimals in a file; the other one groups thousands. */
public enum DecimalMark {
    POINT('.'),
    COMMA(',');

    private final char decimal;

    DecimalMark(char decimal) {
        this.decimal = decimal;
    }

    /** The mark with this label. */
    public static DecimalMark of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** What stands before the decimals. */
    public char decimal() {
        return decimal;
    }

    /** The name in the ledger and in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
