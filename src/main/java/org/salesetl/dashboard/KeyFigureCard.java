package org.salesetl.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.salesetl.web.NumberStyle;
import org.salesetl.web.TileNumber;

/**
 * A key figure at the top of a page.
 *
 * @param name the name of the figure
 * @param value the value as the page shows it
 * @param note what a reader needs to know beside the value; null if nothing
 * @param changes the changes since other periods, without periods that cannot be compared
 * @param line the trend as the points of a line, 120 wide and 32 high; null if there are fewer than two points
 */
record KeyFigureCard(
        String name,
        TileNumber value,
        @Nullable String note,
        List<Change> changes,
        @Nullable String line) {

    /**
     * The change of a figure since another period.
     *
     * @param amount the change as the page shows it, with its sign
     * @param percent the change in per cent as the page shows it, with its sign
     * @param direction {@code up}, {@code down} or {@code same}
     * @param since the name of the other period
     */
    record Change(String amount, String percent, String direction, String since) {

        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
        private static final BigDecimal SMALL = BigDecimal.TEN;

        /**
         * The change from one value, which is not zero, to another value. A change below ten per cent has a decimal.
         *
         * @param format writes an amount
         */
        static Change of(
                BigDecimal before,
                BigDecimal now,
                String since,
                NumberStyle numbers,
                Function<BigDecimal, String> format) {
            String amount = format.apply(now.subtract(before).abs());
            BigDecimal percent = now.subtract(before).multiply(HUNDRED).divide(before.abs(), 1, RoundingMode.HALF_UP);
            int decimals = percent.abs().compareTo(SMALL) < 0 ? 1 : 0;
            String shown = numbers.decimal(percent.abs(), decimals) + NumberStyle.PERCENT;
            return switch (percent.signum()) {
                case 1 -> new Change("+" + amount, "+" + shown, "up", since);
                case -1 -> new Change("−" + amount, "−" + shown, "down", since);
                default -> new Change(sign(now.compareTo(before)) + amount, "±0" + NumberStyle.PERCENT, "same", since);
            };
        }

        private static String sign(int direction) {
            return direction == 0 ? "±" : direction > 0 ? "+" : "−";
        }
    }
}
