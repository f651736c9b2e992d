package org.salesetl.metric;

import java.math.BigDecimal;
import java.util.List;
import org.salesetl.sql.SqlRow;

/**
 * The products of a slice that sell much and earn nothing: their revenue is at least that of an average product, and their gross profit is
 * zero or less. Only sales whose cost is known count.
 *
 * @param products the products with the most revenue first
 */
public record UnprofitableProducts(List<Product> products) {

    /**
     * A product that earns nothing.
     *
     * @param revenue the revenue of its sales whose cost is known, with two decimals
     * @param profit this revenue less what these sales have cost, with two decimals; zero or less
     */
    public record Product(String id, String name, BigDecimal revenue, BigDecimal profit) {}

    public UnprofitableProducts {
        products = List.copyOf(products);
    }

    /** The products in the rows of {@code select-unprofitable-products.sql}. */
    static UnprofitableProducts of(List<SqlRow> rows) {
        return new UnprofitableProducts(rows.stream()
                .map(row -> new Product(
                        row.text("product_id"),
                        row.text("name"),
                        MetricRows.money(row, "costed_revenue"),
                        MetricRows.money(row, "profit")))
                .toList());
    }
}
