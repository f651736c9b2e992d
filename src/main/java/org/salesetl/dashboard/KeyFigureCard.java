package org.salesetl.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.web.NumberStyle;

/**
 * A number at the top of the page.
 *
 * @param name what it is
 * @param value as it is shown
 * @param changes how it has changed, compared with each other period that has something to compare
 * @param line how it went, as the points of a line 120 wide and 32 high; null if there are not two of them
 */
record KeyFigureCard(
        String name,
        String value,
        List<Change> changes,
        @Nullable String line) {

    /**
     * A change.
     *
     * @param percent as it is shown, with its sign
     * @param direction {@code up}, {@code down} or {@code same}
     * @param since the period it is compared with
     */
    record Change(String percent, String direction, String since) {

        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
        private static final BigDecimal SMALL = BigDecimal.TEN;

        /** From one value, which is not zero, to another; less than ten percent have a decimal. */
        static Change of(BigDecimal before, BigDecimal now, String since, NumberStyle numbers) {
            BigDecimal percent = now.subtract(before).multiply(HUNDRED).divide(before.abs(), 1, RoundingMode.HALF_UP);
            int decimals = percent.abs().compareTo(SMALL) < 0 ? 1 : 0;
            String shown = numbers.decimal(percent.abs(), decimals) + " %";
            return switch (percent.signum()) {
                case 1 -> new Change("+" + shown, "up", since);
                case -1 -> new Change("−" + shown, "down", since);
                default -> new Change("±0 %", "same", since);
            };
        }
    }
}
