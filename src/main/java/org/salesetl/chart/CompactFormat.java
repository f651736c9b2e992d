package org.salesetl.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jspecify.annotations.Nullable;

/** Writes the ticks of an axis, see {@link Numbers#compact}. */
final class CompactFormat extends NumberFormat {

    @Override
    public StringBuffer format(double number, StringBuffer target, FieldPosition position) {
        return target.append(Numbers.compact(number));
    }

    @Override
    public StringBuffer format(long number, StringBuffer target, FieldPosition position) {
        return format((double) number, target, position);
    }

    @Override
    public @Nullable Number parse(String source, ParsePosition position) {
        return null;
    }
}
