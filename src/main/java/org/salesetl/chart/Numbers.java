package org.salesetl.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Numbers as English readers write them, whatever the language of the machine. */
final class Numbers {

    private static final List<String> WORDS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final List<String> THOUSANDS = List.of("", "k", "M", "B", "T");

    private Numbers() {}

    /** An amount with two decimals, for example {@code 12,310.00}. */
    static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    /** A price: two decimals, and up to four where they are needed. */
    static String price(BigDecimal price) {
        BigDecimal plain = price.stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.min(4, Math.max(2, plain.scale())) + "f", price);
    }

    /** A whole number, for example {@code 12,310}. */
    static String count(BigDecimal count) {
        return String.format(Locale.ROOT, "%,.0f", count);
    }

    /** A whole number. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** One to ten as words, more as digits. */
    static String words(int count) {
        return count < WORDS.size() ? WORDS.get(count) : count(count);
    }

    /** Short enough for an axis: {@code 950}, {@code 1.2k}, {@code 3.4M}. */
    static String compact(double value) {
        BigDecimal scaled = new BigDecimal(value);
        int thousands = 0;
        while (scaled.abs().compareTo(new BigDecimal("999.9995")) >= 0 && thousands < THOUSANDS.size() - 1) {
            scaled = scaled.movePointLeft(3);
            thousands++;
        }
        // Four decimals below a thousand, because prices have them; three above keep neighbouring ticks apart.
        BigDecimal rounded = scaled.setScale(thousands == 0 ? 4 : 3, RoundingMode.HALF_UP);
        BigDecimal plain = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain) + THOUSANDS.get(thousands);
    }

    /** A share in whole per cent, which never claims all or nothing where that is not exact. */
    static String percent(BigDecimal part, BigDecimal whole) {
        BigDecimal percent = part.movePointRight(2).divide(whole, 0, RoundingMode.HALF_UP);
        if (percent.signum() == 0 && part.signum() > 0) {
            return "less than 1 %";
        }
        if (percent.intValue() == 100 && part.compareTo(whole) < 0) {
            return "more than 99 %";
        }
        return percent.toPlainString() + " %";
    }
}
