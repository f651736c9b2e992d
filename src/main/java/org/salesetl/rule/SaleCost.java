package org.salesetl.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Row;
import org.salesetl.mapping.Column;
import org.salesetl.validation.RowCheck;
import org.salesetl.vocabulary.Quantity;

/**
 * What a row says that its units have cost. A cost that cannot be read is unknown, and never keeps a sale out of the warehouse: revenue
 * does not depend on it.
 */
final class SaleCost {

    private SaleCost() {}

    /**
     * The cost of all units, from the first of these columns that the row fills: the cost, the cost of one unit, the profit and the
     * margin, both of which the revenue is needed for. That of a return is negative.
     *
     * @param quantity null if the quantity is wrong
     * @param money what the row says of its price and its amount
     * @return null if the row does not say what its units have cost
     */
    static @Nullable BigDecimal of(Row row, RowCheck check, @Nullable Quantity quantity, SaleMoney money) {
        if (!row.layout().hasCosts() || quantity == null) {
            return null;
        }
        boolean costOfOne = row.layout().isCostOfOneUnit();
        BigDecimal total = costOfOne ? null : check.optional(Column.COST);
        if (total != null) {
            return quantity.units().signum() < 0 ? total.abs().negate() : total;
        }
        Column ofOne = costOfOne && row.cell(Column.COST) != null ? Column.COST : Column.UNIT_COST;
        BigDecimal one = check.optional(ofOne);
        if (one != null) {
            return check.optional(quantity.times(one));
        }
        BigDecimal revenue = SaleRules.revenue(quantity, money.unitPrice(), money.amount());
        if (revenue == null) {
            return null;
        }
        BigDecimal profit = check.optional(Column.PROFIT);
        if (profit != null) {
            return check.optional(revenue.subtract(profit));
        }
        BigDecimal margin = check.part(Column.MARGIN);
        return margin == null ? null : check.optional(revenue.subtract(revenue.multiply(margin)));
    }
}
