package org.salesetl.bulk;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Takes the values of a row, in the order of the statement's columns. */
public interface RowWriter {

    /** The next value: a text, or null for SQL's NULL. */
    RowWriter text(@Nullable String value);

    /** The next value: a whole number. */
    RowWriter number(long value);

    /** The next value: an exact decimal, or null for SQL's NULL. */
    RowWriter decimal(@Nullable BigDecimal value);

    /** Ends the row. */
    void end();
}
