package org.salesetl.layout;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells by the rows of the same product whether a column has the prices of one unit, or those of all units of a line: these grow with the
 * quantity.
 */
final class LinePrices {

    private static final int LEAST_TELLING = 2;
    private static final int LEAST_SURE = 6;
    private static final int MOST_PRODUCTS = 10_000;

    /** So many rows have to tell the one for each row that tells the other. */
    private static final int FOR_EACH_OTHER = 4;

    private final Map<String, Sold> first = new HashMap<>();
    private int growing;
    private int same;

    /** Looks at a row. A row that lacks a product or a number tells nothing. */
    void look(@Nullable String product, @Nullable BigDecimal quantity, @Nullable BigDecimal price) {
        if (product == null || quantity == null || price == null || quantity.signum() <= 0 || price.signum() <= 0) {
            return;
        }
        Sold sold = new Sold(quantity, price);
        Sold before = first.size() < MOST_PRODUCTS ? first.putIfAbsent(product, sold) : first.get(product);
        if (before == null || before.quantity.compareTo(quantity) == 0) {
            return;
        }
        if (before.price.compareTo(price) == 0) {
            same++;
        } else if (before.price.multiply(quantity).compareTo(price.multiply(before.quantity)) == 0) {
            growing++;
        }
    }

    /** Whether the prices are those of all units of a line. */
    boolean growWithQuantity() {
        return growing >= LEAST_TELLING && growing >= same * FOR_EACH_OTHER;
    }

    /** The same, for a column whose name says something else: so many rows are no accident. */
    boolean surelyGrowWithQuantity() {
        return growing >= LEAST_SURE && same == 0;
    }

    /** Whether the prices are those of one unit. */
    boolean stayTheSame() {
        return same >= LEAST_TELLING && same >= growing * FOR_EACH_OTHER;
    }

    private record Sold(BigDecimal quantity, BigDecimal price) {}
}
