package org.salesetl.layout;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.salesetl.notation.Numbers;
import org.salesetl.text.Text;

/** Discounts as shares of a hundred: {@code 10}, {@code 10%}, {@code %10}. */
final class Shares {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Shares() {}

    /** The number of a cell; null if it is no share of a hundred. */
    static @Nullable BigDecimal percent(String cell) {
        BigDecimal number = Numbers.byAnyMark(Text.strip(cell.replace('%', ' ')));
        return number == null || number.signum() < 0 || number.compareTo(HUNDRED) > 0 ? null : number;
    }

    /** The amount without so many hundredths. */
    static BigDecimal less(BigDecimal amount, BigDecimal percent) {
        return amount.multiply(HUNDRED.subtract(percent)).movePointLeft(2);
    }
}
