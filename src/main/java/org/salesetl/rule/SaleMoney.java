package org.salesetl.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Row;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.DiscountUnit;
import org.salesetl.validation.RowCheck;
import org.salesetl.vocabulary.Quantity;

/**
 * What a row says of the money of a sale.
 *
 * @param unitPrice the price of one unit; null if the product's price applies
 * @param amount the price of all units together, if that is what the row gives; else null
 */
record SaleMoney(@Nullable BigDecimal unitPrice, @Nullable BigDecimal amount) {

    private static final int AMOUNT_DECIMALS = 4;

    /**
     * Reads price, amount and discount. In our own columns, the price comes before the amount. The mapping of a source names an amount
     * because the amount is what the customer paid for the line, so there the amount comes first. Where both differ, somebody has been
     * asked. A discount is taken off a price
     * times quantity; an amount is net already.
     *
     * @param quantity null if the quantity is wrong: then there is no unit price of an amount
     */
    static SaleMoney of(Row row, RowCheck check, @Nullable Quantity quantity) {
        boolean amountFirst = row.layout().isAmountFirst();
        BigDecimal amount = amountFirst ? amount(row, check) : null;
        if (amount != null) {
            check.requireReadable(Column.PRICE);
        }
        BigDecimal price = amount == null ? check.price(Column.PRICE) : null;
        if (amount == null && price == null) {
            amount = amount(row, check);
        }
        DiscountUnit unit = row.layout().terms().discounts();
        BigDecimal discount = price == null ? null : check.discount(unit);
        if (price != null && quantity != null && discount != null && discount.signum() != 0) {
            BigDecimal full = quantity.times(price);
            amount = lessDiscount(full, rounded(unit.off(full, discount)));
        }
        if (row.orderShare().signum() != 0) {
            BigDecimal line = SaleRules.revenue(quantity, price, amount);
            amount = line == null ? null : lessDiscount(line, row.orderShare());
        }
        return amount == null ? new SaleMoney(price, null) : new SaleMoney(check.unitPrice(amount, quantity), amount);
    }

    private static @Nullable BigDecimal amount(Row row, RowCheck check) {
        BigDecimal amount = check.amount(Column.AMOUNT);
        return amount != null && row.isReturn() && amount.signum() > 0 ? amount.negate() : amount;
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.scale() > AMOUNT_DECIMALS ? amount.setScale(AMOUNT_DECIMALS, RoundingMode.HALF_UP) : amount;
    }

    /** The discount makes the amount smaller, whatever sign the file gives the discount; that of a return makes what is paid back smaller. */
    private static BigDecimal lessDiscount(BigDecimal amount, BigDecimal discount) {
        return amount.signum() < 0 ? amount.add(discount.abs()) : amount.subtract(discount.abs());
    }
}
