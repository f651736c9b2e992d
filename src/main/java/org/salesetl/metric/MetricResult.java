package org.salesetl.metric;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.rollup.Grain;
import org.salesetl.web.Caller;
import org.salesetl.web.Table;
import org.salesetl.web.Words;

/**
 * The answer to one of the ten questions.
 *
 * @param metric the question
 * @param chosen the measure that the request chose; null for the metric's own
 * @param by the length of the periods; months for questions that are not about time
 * @param rows a list of values for each row, in the order of {@link #columns()}: text as {@link String}, money as
 *     {@link java.math.BigDecimal} with two decimals (the price of a product with up to four), units as {@link org.salesetl.vocabulary.Quantity}, counts as {@link Long}; empty
 *     if nothing was sold in the slice. Months are {@code 2025-01}, weeks and days {@code 2025-01-31}. A month, week or day
 *     without a sale has no row; a row whose sales have no known cost has no profit, and is left out of an answer by profit.
 * @param cost for what part of the slice the cost is known; null unless the answer is by profit
 * @param partial the months or weeks of which the slice or the data has a part alone, each with {@code so_far} or {@code in_part}
 * @param until the last period that the slice and the data reach, with or without a sale; null unless a period without sales counts as
 *     zero
 * @param before the values of the year before; null if the request did not ask for them
 * @param highlighted the keys of the rows that a chart shows among the others; empty if all rows are alike
 */
public record MetricResult(
        Metric metric,
        @Nullable Measure chosen,
        Grain by,
        List<List<Object>> rows,
        @Nullable KnownCost cost,
        Map<String, String> partial,
        @Nullable String until,
        @Nullable YearBefore before,
        Set<String> highlighted) {

    public MetricResult {
        rows = List.copyOf(rows);
        partial = Map.copyOf(partial);
        highlighted = Set.copyOf(highlighted);
    }

    /** The answer with whole periods, without a year before. */
    public MetricResult(
            Metric metric, @Nullable Measure chosen, Grain by, List<List<Object>> rows, @Nullable KnownCost cost) {
        this(metric, chosen, by, rows, cost, Map.of(), null, null, Set.of());
    }

    /** The answer by the metric's own measure. */
    public MetricResult(Metric metric, Grain by, List<List<Object>> rows) {
        this(metric, null, by, rows, null);
    }

    /** The answer by months, as in the contract. */
    public MetricResult(Metric metric, List<List<Object>> rows) {
        this(metric, Grain.MONTH, rows);
    }

    /** The same answer with the values of the year before. */
    public MetricResult against(YearBefore yearBefore) {
        return new MetricResult(metric, chosen, by, rows, cost, partial, until, yearBefore, highlighted);
    }

    /** The same answer with words for the periods that are not whole. */
    public MetricResult inPart(Map<String, String> periods) {
        return new MetricResult(metric, chosen, by, rows, cost, periods, until, before, highlighted);
    }

    /** The same answer with the last period that the slice and the data reach. */
    public MetricResult until(@Nullable String period) {
        return new MetricResult(metric, chosen, by, rows, cost, partial, period, before, highlighted);
    }

    /** The same answer for a chart that shows the rows with these keys among the others. */
    public MetricResult highlighting(Set<String> keys) {
        return new MetricResult(metric, chosen, by, rows, cost, partial, until, before, keys);
    }

    /** The same answer as a caller may see it: without e-mail addresses if personal data is hidden from the caller. */
    public MetricResult seenBy(Caller caller) {
        return !caller.masked()
                ? this
                : new MetricResult(
                        metric,
                        chosen,
                        by,
                        rows.stream().map(row -> seen(row, caller)).toList(),
                        cost,
                        partial,
                        until,
                        before,
                        highlighted.stream().map(caller::seen).collect(Collectors.toSet()));
    }

    private static List<Object> seen(List<Object> row, Caller caller) {
        return row.stream()
                .map(cell -> cell instanceof String text ? caller.seen(text) : cell)
                .toList();
    }

    /**
     * Whether a period without a row counts as zero. A sum of no sales is zero, but there is no average of no sales; and sales without a known
     * cost have no row either, though their profit is not zero.
     */
    public boolean isZeroWithoutSales() {
        return metric.isOverTime() && measure() != Measure.REVENUE_PER_ORDER && measure() != Measure.PROFIT;
    }

    /** What the last column measures. */
    public Measure measure() {
        return chosen == null ? metric.measure() : chosen;
    }

    /** What each row is about, for example {@code customer} or {@code week}. */
    public String thing() {
        return metric.isOverTime() ? by.label() : metric.thing();
    }

    /** The question; if a measure is chosen, the measure and what it is shown by. */
    public String title(Words words) {
        return chosen == null
                ? words.say(metric.question())
                : words.say("measured.by-" + thing(), measure().title(words));
    }

    /** The names of the columns. If the periods are weeks or days, the first column is {@code week} or {@code day}. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(metric.columns(measure()));
        if (by != Grain.MONTH) {
            columns.set(0, by.label());
        }
        return List.copyOf(columns);
    }

    /** The answer as a table for a file. If the request asked for the year before, the last column has its values. */
    public Table table() {
        List<String> named = new ArrayList<>(columns());
        if (before != null) {
            named.add("year_before");
        }
        return new Table(
                metric.slug(),
                metric.slug(),
                List.copyOf(named),
                rows.stream().map(this::cells).iterator());
    }

    /** A row whose first cell is a month or a day, and no text, if the row is about one. */
    private List<Object> cells(List<Object> row) {
        List<Object> cells = new ArrayList<>(row);
        String key = String.valueOf(row.get(0));
        if (metric.isOverTime()) {
            cells.set(0, by == Grain.MONTH ? YearMonth.parse(key) : by.firstDay(key));
        }
        if (before != null) {
            cells.add(before.values().getOrDefault(key, ""));
        }
        return List.copyOf(cells);
    }
}
