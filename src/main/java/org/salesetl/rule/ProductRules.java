package org.salesetl.rule;

import static org.salesetl.mapping.Column.CATEGORY;
import static org.salesetl.mapping.Column.COST_PRICE;
import static org.salesetl.mapping.Column.CURRENCY;
import static org.salesetl.mapping.Column.NAME;
import static org.salesetl.mapping.Column.PRICE;
import static org.salesetl.mapping.Column.PRODUCT_ID;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Row;
import org.salesetl.validation.Judgement;
import org.salesetl.validation.Reason;
import org.salesetl.validation.RowCheck;
import org.salesetl.validation.Rules;

/**
 * The rules for products: a product needs an id that no earlier good row of the file has, and its prices, if it has any, must be
 * valid.
 */
final class ProductRules implements Rules<Product> {

    private static final String UNKNOWN = "Unknown";

    private final Set<String> seen = new HashSet<>();

    @Override
    public Judgement<Product> judge(Row row) {
        RowCheck check = new RowCheck(row);
        String id = check.requiredId(PRODUCT_ID, Reason.MISSING_PRODUCT_ID);
        String name = check.textOr(NAME, id == null ? "" : id);
        String category = check.textOr(CATEGORY, UNKNOWN);
        @Nullable BigDecimal costPrice = check.price(COST_PRICE);
        @Nullable BigDecimal price = check.price(PRICE);
        requireOwnCurrency(row, check);
        if (id != null && seen.contains(id)) {
            check.fault(Reason.DUPLICATE_ID, PRODUCT_ID, id, "expected an id that no earlier row has");
        }
        if (id == null || !check.isGood()) {
            return check.rejected();
        }
        seen.add(id);
        return check.accepted(new Product(row.line(), id, name, category, costPrice, price));
    }

    /** A price without a date cannot be converted, and sales without a price of their own take the price of the product. */
    private static void requireOwnCurrency(Row row, RowCheck check) {
        String currency = check.currency(PRICE, COST_PRICE);
        if (currency != null) {
            check.fault(
                    Reason.BAD_CURRENCY,
                    CURRENCY,
                    currency,
                    "expected prices in "
                            + row.layout().conventions().currencies().own() + ", the currency of the warehouse,");
        }
    }
}
