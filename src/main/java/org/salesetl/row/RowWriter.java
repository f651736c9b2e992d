package org.salesetl.row;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Takes the values of a row, in the order of the columns in the statement. */
public interface RowWriter {

    /** Writes the next value: a text, or null for SQL's NULL. */
    RowWriter text(@Nullable String value);

    /** Writes the next value: a whole number. */
    RowWriter number(long value);

    /** Writes the next value: an exact decimal, or null for SQL's NULL. */
    RowWriter decimal(@Nullable BigDecimal value);

    /** Ends the row. */
    void end();
}
