package org.salesetl.metric;

import java.util.ArrayList;
import java.util.List;
import org.salesetl.rollup.Grain;
import org.salesetl.web.Table;

/**
 * The answer to one of the ten questions.
 *
 * @param metric the question
 * @param by how finely time is told; months for questions that are not about time
 * @param rows one list a row, its values in the order of {@link #columns()}: text as {@link String}, money as
 *     {@link java.math.BigDecimal} with two decimals (a product's price with up to four), units as {@link org.salesetl.Quantity}, counts as
 *     {@link Long}; empty when nothing was sold in the filtered slice. Months are {@code 2025-01}, weeks and days
 *     {@code 2025-01-31}; those without a sale have no row.
 */
public record MetricResult(Metric metric, Grain by, List<List<Object>> rows) {

    public MetricResult {
        rows = List.copyOf(rows);
    }

    /** The answer as the contract has it. */
    public MetricResult(Metric metric, List<List<Object>> rows) {
        this(metric, Grain.MONTH, rows);
    }

    /** The names of the columns: those of the metric, where months may be weeks or days. */
    public List<String> columns() {
        if (by == Grain.MONTH) {
            return metric.columns();
        }
        List<String> columns = new ArrayList<>(metric.columns());
        columns.set(0, by.label());
        return columns;
    }

    /** The answer as a table to take away. */
    public Table table() {
        return new Table(metric.slug(), metric.slug(), columns(), rows.iterator());
    }
}
