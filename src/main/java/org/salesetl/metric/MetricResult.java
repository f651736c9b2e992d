package org.salesetl.metric;

import java.util.ArrayList;
import java.util.List;
import org.salesetl.rollup.Grain;
import org.salesetl.web.Table;

/**
 * The answer to one of the ten questions.
 *
 * @param metric the question
 * @param by the length of the periods; months for questions that are not about time
 * @param rows a list of values for each row, in the order of {@link #columns()}: text as {@link String}, money as
 *     {@link java.math.BigDecimal} with two decimals (the price of a product with up to four), counts as {@link Long}; empty
 *     if nothing was sold in the slice. Months are {@code 2025-01}, weeks and days {@code 2025-01-31}. A month, week or day
 *     without a sale has no row.
 */
public record MetricResult(Metric metric, Grain by, List<List<Object>> rows) {

    public MetricResult {
        rows = List.copyOf(rows);
    }

    /** The answer by months, as in the contract. */
    public MetricResult(Metric metric, List<List<Object>> rows) {
        this(metric, Grain.MONTH, rows);
    }

    /** The names of the columns of the metric. If the periods are weeks or days, the first column is {@code week} or {@code day}. */
    public List<String> columns() {
        if (by == Grain.MONTH) {
            return metric.columns();
        }
        List<String> columns = new ArrayList<>(metric.columns());
        columns.set(0, by.label());
        return columns;
    }

    /** The answer as a table for a file. */
    public Table table() {
        return new Table(metric.slug(), metric.slug(), columns(), rows.iterator());
    }
}
