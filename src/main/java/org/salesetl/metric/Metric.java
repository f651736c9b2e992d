package org.salesetl.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.salesetl.rollup.Grouping;

/**
 * The ten questions that the dashboard answers, in the order in which it shows them.
 *
 * <p>The slug names the metric in every URL and its query in {@code sql/metric/}.
 */
public enum Metric {
    TOP_CUSTOMERS("top-customers", Grouping.CUSTOMER, "Who are our best customers?", "customer_id", "name", "revenue"),
    MONTHLY_REVENUE("monthly-revenue", Grouping.MONTH, "How does revenue develop?", "month", "revenue"),
    BEST_SELLING_PRODUCTS(
            "best-selling-products", Grouping.PRODUCT, "What sells best?", "product_id", "name", "quantity"),
    CATEGORY_REVENUE("category-revenue", Grouping.PRODUCT, "Which categories earn the most?", "category", "revenue"),
    AVERAGE_ORDER_VALUE(
            "average-order-value", Grouping.MONTH, "How much is an order worth?", "month", "average_order_value"),
    ORDERS_PER_WEEKDAY("orders-per-weekday", Grouping.DAY, "On which days do people order?", "weekday", "orders"),
    QUANTITY_PER_CATEGORY(
            "quantity-per-category", Grouping.PRODUCT, "Which categories move the most units?", "category", "quantity"),
    TOP_CITIES("top-cities", Grouping.PLACE, "Where does revenue come from?", "city", "revenue"),
    CUSTOMER_DISTRIBUTION(
            "customer-distribution", Grouping.CUSTOMER, "Where do our customers live?", "city", "customers"),
    PRICE_VS_QUANTITY(
            "price-vs-quantity",
            Grouping.PRODUCT,
            "Do cheaper products sell more?",
            "product_id",
            "name",
            "price",
            "quantity");

    private final String slug;
    private final Grouping grouping;
    private final String title;
    private final List<String> columns;

    Metric(String slug, Grouping grouping, String title, String... columns) {
        this.slug = slug;
        this.grouping = grouping;
        this.title = title;
        this.columns = List.of(columns);
    }

    /** Names the metric in URLs, for example {@code top-cities}. */
    public String slug() {
        return slug;
    }

    /** The sums that answer the question. */
    Grouping grouping() {
        return grouping;
    }

    /** The question as a reader would ask it. */
    public String title() {
        return title;
    }

    /** The names of the result's columns, in order. */
    public List<String> columns() {
        return columns;
    }

    /** Whether each row of the answer is a month. A request can ask for weeks or days instead. */
    public boolean isOverTime() {
        return grouping == Grouping.MONTH;
    }

    /** The metric with this slug; empty if there is none. */
    public static Optional<Metric> withSlug(String slug) {
        return Arrays.stream(values())
                .filter(metric -> metric.slug.equals(slug))
                .findFirst();
    }
}
