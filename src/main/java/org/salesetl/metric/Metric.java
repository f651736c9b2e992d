package org.salesetl.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The ten questions that the dashboard answers, in the order in which it shows them.
 *
 * <p>The slug names the metric in every URL and its query in {@code sql/metric/}.
 */
public enum Metric {
    TOP_CUSTOMERS("top-customers", "Who are our best customers?", "customer_id", "name", "revenue"),
    MONTHLY_REVENUE("monthly-revenue", "How does revenue develop?", "month", "revenue"),
    BEST_SELLING_PRODUCTS("best-selling-products", "What sells best?", "product_id", "name", "quantity"),
    CATEGORY_REVENUE("category-revenue", "Which categories earn the most?", "category", "revenue"),
    AVERAGE_ORDER_VALUE("average-order-value", "How much is an order worth?", "month", "average_order_value"),
    ORDERS_PER_WEEKDAY("orders-per-weekday", "On which days do people order?", "weekday", "orders"),
    QUANTITY_PER_CATEGORY("quantity-per-category", "Which categories move the most units?", "category", "quantity"),
    TOP_CITIES("top-cities", "Where does revenue come from?", "city", "revenue"),
    CUSTOMER_DISTRIBUTION("customer-distribution", "Where do our customers live?", "city", "customers"),
    PRICE_VS_QUANTITY("price-vs-quantity", "Do cheaper products sell more?", "product_id", "name", "price", "quantity");

    private final String slug;
    private final String title;
    private final List<String> columns;

    Metric(String slug, String title, String... columns) {
        this.slug = slug;
        this.title = title;
        this.columns = List.of(columns);
    }

    /** Names the metric in URLs, for example {@code top-cities}. */
    public String slug() {
        return slug;
    }

    /** The question, as a reader would ask it. */
    public String title() {
        return title;
    }

    /** The names of the result's columns, in order. */
    public List<String> columns() {
        return columns;
    }

    /** The metric with this slug; empty if there is none. */
    public static Optional<Metric> withSlug(String slug) {
        return Arrays.stream(values())
                .filter(metric -> metric.slug.equals(slug))
                .findFirst();
    }
}
