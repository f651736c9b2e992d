package org.salesetl.dashboard;

import java.util.List;
import java.util.Map;
import org.salesetl.metric.Metric;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.BadRequestException;

/**
 * Whom or what a page of its own is about.
 *
 * @param kind {@code product} or {@code customer}, which is also the parameter with its id
 * @param id its business key
 */
record Profile(String kind, String id) {

    /**
     * The one that a page is asked for.
     *
     * @throws BadRequestException if that is none, or several
     */
    static Profile of(String kind, MetricFilter filter) {
        List<String> ids = kind.equals("product") ? filter.products() : filter.customers();
        if (ids.size() != 1) {
            throw new BadRequestException(
                    kind, "the id of one " + kind, ids.isEmpty() ? "none" : ids.size() + " of them");
        }
        return new Profile(kind, ids.get(0));
    }

    /** Parameters of {@code select-product.sql} and {@code select-customer.sql}. */
    public Map<String, Object> parameters() {
        return Map.of("id", id);
    }

    /** The questions that say something about one of its kind. */
    Metric[] metrics() {
        return kind.equals("product")
                ? new Metric[] {
                    Metric.MONTHLY_REVENUE, Metric.TOP_CUSTOMERS, Metric.TOP_CITIES, Metric.ORDERS_PER_WEEKDAY
                }
                : new Metric[] {
                    Metric.MONTHLY_REVENUE,
                    Metric.BEST_SELLING_PRODUCTS,
                    Metric.CATEGORY_REVENUE,
                    Metric.AVERAGE_ORDER_VALUE
                };
    }
}
