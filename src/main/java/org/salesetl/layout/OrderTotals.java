package org.salesetl.layout;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Column;
import org.salesetl.notation.Numbers;

/**
 * Tells the total of an order from its lines, where the total names the order as a line does and has a word such as "Subtotal" for a
 * product. A product may have such a name, so the numbers tell.
 */
final class OrderTotals implements Serializable {

    private final Layout layout;
    private final boolean addsUp;
    private @Nullable String order;
    private BigDecimal sum = BigDecimal.ZERO;

    OrderTotals(Layout layout) {
        this.layout = layout;
        this.addsUp = layout.has(Column.AMOUNT)
                && !layout.has(Column.PRICE)
                && !layout.mapping().isOfOwnNames();
    }

    /** Whether the amounts of earlier records count. */
    boolean addUp() {
        return addsUp;
    }

    /**
     * Whether the record is a total: a line without a quantity, or without a price where there is a column of prices, or one whose amount
     * is the sum of the lines above it.
     *
     * @param known the values of the known columns; those of the records above have been looked at before
     */
    boolean isOne(Map<Column, String> known) {
        String product = known.get(Column.PRODUCT_ID);
        boolean priced = !layout.has(Column.PRICE) || known.containsKey(Column.PRICE);
        boolean lacks = !known.containsKey(Column.QUANTITY) || !priced;
        if (!lacks && !addsUp) {
            return false;
        }
        boolean named = product != null && TotalWords.isAlone(product);
        if (named && lacks && hasMoney(known)) {
            return true;
        }
        return addsUp && isSum(known, named);
    }

    private static boolean hasMoney(Map<Column, String> known) {
        return known.containsKey(Column.AMOUNT)
                || known.containsKey(Column.PRICE)
                || known.containsKey(Column.QUANTITY);
    }

    private boolean isSum(Map<Column, String> known, boolean named) {
        String cell = known.get(Column.AMOUNT);
        BigDecimal amount = cell == null
                ? null
                : Numbers.parse(cell, layout.conventions().decimals().of(Column.AMOUNT));
        if (amount == null) {
            return false;
        }
        String ofRow = known.get(Column.ORDER_ID);
        boolean same = Objects.equals(order, ofRow);
        if (named && same && amount.compareTo(sum) == 0) {
            sum = BigDecimal.ZERO;
            return true;
        }
        sum = same ? sum.add(amount) : amount;
        order = ofRow;
        return false;
    }
}
