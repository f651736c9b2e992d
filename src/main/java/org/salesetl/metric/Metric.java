package org.salesetl.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salesetl.rollup.Grouping;

/**
 * The ten questions that the dashboard answers, in the order in which it shows them.
 *
 * <p>The slug names the metric in every URL and its query in {@code sql/metric/}.
 */
public enum Metric {
    TOP_CUSTOMERS("top-customers", Grouping.CUSTOMER, Measure.REVENUE, "customer", "customer_id", "name"),
    MONTHLY_REVENUE("monthly-revenue", Grouping.MONTH, Measure.REVENUE, "month", "month"),
    BEST_SELLING_PRODUCTS("best-selling-products", Grouping.PRODUCT, Measure.UNITS, "product", "product_id", "name"),
    CATEGORY_REVENUE("category-revenue", Grouping.PRODUCT, Measure.REVENUE, "category", "category"),
    AVERAGE_ORDER_VALUE("average-order-value", Grouping.MONTH, Measure.REVENUE_PER_ORDER, "month", "month"),
    ORDERS_PER_WEEKDAY("orders-per-weekday", Grouping.DAY, Measure.ORDERS, "weekday", "weekday"),
    QUANTITY_PER_CATEGORY("quantity-per-category", Grouping.PRODUCT, Measure.UNITS, "category", "category"),
    TOP_CITIES("top-cities", Grouping.PLACE, Measure.REVENUE, "city", "city"),
    CUSTOMER_DISTRIBUTION("customer-distribution", Grouping.CUSTOMER, Measure.CUSTOMERS, "city", "city"),
    PRICE_VS_QUANTITY("price-vs-quantity", Grouping.PRODUCT, Measure.UNITS, "product", "product_id", "name", "price");

    private final String slug;
    private final Grouping grouping;
    private final Measure measure;
    private final String thing;
    private final List<String> keys;

    Metric(String slug, Grouping grouping, Measure measure, String thing, String... keys) {
        this.slug = slug;
        this.grouping = grouping;
        this.measure = measure;
        this.thing = thing;
        this.keys = List.of(keys);
    }

    /** Names the metric in URLs, for example {@code top-cities}. */
    public String slug() {
        return slug;
    }

    /** The sums that answer the question. */
    Grouping grouping() {
        return grouping;
    }

    /** The key of the question in the message files. */
    public String question() {
        return "metric." + slug;
    }

    /** What the metric measures, unless a request chooses another measure. */
    public Measure measure() {
        return measure;
    }

    /** What each row of the answer is about, for example {@code customer}. */
    public String thing() {
        return thing;
    }

    /** The names of the columns before the value. */
    List<String> keys() {
        return keys;
    }

    /** The names of the result's columns, in order. */
    public List<String> columns() {
        return columns(measure);
    }

    /** The names of the columns of the answer by this measure. Before a profit stand the revenues that tell how much of it is known. */
    List<String> columns(Measure chosen) {
        List<String> columns = new ArrayList<>(keys);
        if (chosen == Measure.PROFIT) {
            columns.addAll(List.of("revenue", "costed_revenue"));
        }
        columns.add(chosen.column());
        return List.copyOf(columns);
    }

    /** Why the metric answers by its own measure only, as the end of a sentence; null if a request can choose the measure. */
    public @Nullable String ownMeasureOnly() {
        return switch (this) {
            case AVERAGE_ORDER_VALUE -> "this chart always shows revenue per order";
            case CUSTOMER_DISTRIBUTION -> "this chart always counts customers";
            case PRICE_VS_QUANTITY -> "this chart always sets units against prices";
            case TOP_CUSTOMERS,
                    MONTHLY_REVENUE,
                    BEST_SELLING_PRODUCTS,
                    CATEGORY_REVENUE,
                    ORDERS_PER_WEEKDAY,
                    QUANTITY_PER_CATEGORY,
                    TOP_CITIES -> null;
        };
    }

    /** Whether a request can ask for the answer by this measure. */
    public boolean answersBy(Measure chosen) {
        return chosen == measure || ownMeasureOnly() == null;
    }

    /** Whether a chart can show the year before beside its own values: a value for each month, day or name. */
    public boolean hasYearBefore() {
        return this != CUSTOMER_DISTRIBUTION && this != PRICE_VS_QUANTITY;
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
