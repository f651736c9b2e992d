package org.salesetl.metric;

import java.util.List;
import org.salesetl.web.Table;

/**
 * The answer to one of the ten questions.
 *
 * @param metric the question
 * @param rows one list a row, its values in the order of {@link Metric#columns()}: text as {@link String}, money as
 *     {@link java.math.BigDecimal} with two decimals (a product's price with up to four), counts as {@link Long}; empty
 *     when nothing was sold in the filtered slice. Months are {@code 2025-01}; a month without a sale has no row.
 */
public record MetricResult(Metric metric, List<List<Object>> rows) {

    public MetricResult {
        rows = List.copyOf(rows);
    }

    /** The answer as a table to take away. */
    public Table table() {
        return new Table(metric.slug(), metric.slug(), metric.columns(), rows.iterator());
    }
}
