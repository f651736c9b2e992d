package org.salesetl.dashboard;

import java.util.List;
import org.salesetl.metric.Metric;
import org.salesetl.slice.MetricFilter;
import org.salesetl.vocabulary.Labelled;

/** Products and customers have pages. The label is the path of the page, and the name of the parameter with the id. */
enum ProfileKind implements Labelled {
    PRODUCT(Metric.MONTHLY_REVENUE, Metric.TOP_CUSTOMERS, Metric.TOP_CITIES, Metric.ORDERS_PER_WEEKDAY),
    CUSTOMER(Metric.MONTHLY_REVENUE, Metric.BEST_SELLING_PRODUCTS, Metric.CATEGORY_REVENUE, Metric.AVERAGE_ORDER_VALUE);

    private final Metric[] metrics;

    ProfileKind(Metric... metrics) {
        this.metrics = metrics;
    }

    /** The questions that make sense for one product or customer. */
    Metric[] metrics() {
        return metrics.clone();
    }

    /** The ids of this kind in a filter. */
    List<String> ids(MetricFilter filter) {
        return this == PRODUCT ? filter.products() : filter.customers();
    }
}
