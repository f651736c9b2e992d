package org.salesetl.notation;

import java.util.Locale;

/** What stands between whole units and decimals in a file; the other one groups thousands. */
public enum DecimalMark {
    POINT('.', ','),
    COMMA(',', '.');

    private final char decimal;
    private final char group;

    DecimalMark(char decimal, char group) {
        this.decimal = decimal;
        this.group = group;
    }

    /** What stands before the decimals. */
    public char decimal() {
        return decimal;
    }

    /** What groups thousands. */
    public char group() {
        return group;
    }

    /** The name in the ledger and in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
