package org.salesetl.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import org.jspecify.annotations.Nullable;
import org.salesetl.web.NumberStyle;

/** Writes the ticks of an axis, see {@link NumberStyle#compact}. */
final class CompactFormat extends NumberFormat {

    private final NumberStyle numbers;

    CompactFormat(NumberStyle numbers) {
        this.numbers = numbers;
    }

    @Override
    public StringBuffer format(double number, StringBuffer target, FieldPosition position) {
        return target.append(numbers.compact(number));
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
