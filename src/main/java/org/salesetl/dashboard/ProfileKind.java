package org.salesetl.dashboard;

import java.util.List;
import org.salesetl.metric.Metric;
import org.salesetl.slice.MetricFilter;
import org.salesetl.vocabulary.Labelled;

/** What can have a page of its own: the label is in the path of the page, and the name of the parameter with the id. */
enum ProfileKind implements Labelled {
    PRODUCT(Metric.MONTHLY_REVENUE, Metric.TOP_CUSTOMERS, Metric.TOP_CITIES, Metric.ORDERS_PER_WEEKDAY),
    CUSTOMER(Metric.MONTHLY_REVENUE, Metric.BEST_SELLING_PRODUCTS, Metric.CATEGORY_REVENUE, Metric.AVERAGE_ORDER_VALUE);

    private final Metric[] metrics;

    ProfileKind(Metric... metrics) {
        this.metrics = metrics;
    }

    /** The questions that say something about one of the kind. */
    Metric[] metrics() {
        return metrics.clone();
    }

    /** The ids that a filter names. */
    List<String> ids(MetricFilter filter) {
        return this == PRODUCT ? filter.products() : filter.customers();
    }
}
