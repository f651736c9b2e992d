package org.salesetl.metric;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;
import org.springframework.stereotype.Component;

/**
 * Makes answers from exact sums. All divisions are done here, not in the database, so that each value is rounded only once, half-up.
 */
@Component
class MetricRows {

    private static final int MONEY_DECIMALS = 2;
    private static final int PRICE_DECIMALS = 4;

    /** The sums of a weekday without a sale. */
    private static final SqlRow NOTHING = new SqlRow(Map.of(
            "quantity",
            BigDecimal.ZERO,
            "revenue",
            BigDecimal.ZERO,
            "cost",
            BigDecimal.ZERO,
            "costed_revenue",
            BigDecimal.ZERO,
            "orders",
            0L));

    /**
     * The answer to a question.
     *
     * @param exact the rows of the statement of the metric
     * @param cost for what part of the slice the cost is known; null unless the question is about profit
     */
    MetricResult result(List<SqlRow> exact, MetricQuery query, @Nullable KnownCost cost) {
        return new MetricResult(
                query.metric(),
                query.chosen(),
                query.by(),
                query.metric() == Metric.ORDERS_PER_WEEKDAY
                        ? weekdays(exact, query.measure())
                        : exact.stream().map(row -> row(row, query)).toList(),
                cost);
    }

    /** The answer to a question over time, by weeks or days. */
    MetricResult overTime(MetricDraft draft) {
        MetricQuery query = draft.query();
        KeyFigures figures = draft.figures();
        return new MetricResult(
                query.metric(),
                query.chosen(),
                query.by(),
                figures.trend().stream()
                        .filter(point -> point.averageOrderValue() != null)
                        .filter(point -> query.measure() != Measure.PROFIT || point.grossProfit() != null)
                        .map(point -> row(point, query.measure()))
                        .toList(),
                query.measure() == Measure.PROFIT ? new KnownCost(figures.revenue(), figures.costedRevenue()) : null);
    }

    private static List<Object> row(KeyFigures.Point point, Measure measure) {
        return switch (measure) {
            case REVENUE -> List.of(point.period(), point.revenue());
            case PROFIT ->
                List.of(point.period(), point.revenue(), point.costedRevenue(), requireNonNull(point.grossProfit()));
            case UNITS -> List.of(point.period(), point.units());
            case ORDERS -> List.of(point.period(), point.orders());
            case REVENUE_PER_ORDER -> List.of(point.period(), requireNonNull(point.averageOrderValue()));
            case CUSTOMERS -> List.of(point.period(), point.customers());
        };
    }

    private static List<Object> row(SqlRow row, MetricQuery query) {
        List<Object> values = new ArrayList<>();
        query.metric().keys().forEach(key -> values.add(key.equals("price") ? price(row) : row.text(key)));
        addValue(values, row, query.measure());
        return values;
    }

    /** Adds the columns behind the keys. */
    private static void addValue(List<Object> values, SqlRow row, Measure measure) {
        if (measure == Measure.PROFIT) {
            values.add(money(row, "revenue"));
            values.add(money(row, "costed_revenue"));
        }
        values.add(
                switch (measure) {
                    case REVENUE -> money(row, "revenue");
                    case PROFIT -> money(exact(row, "costed_revenue").subtract(exact(row, "cost")));
                    case UNITS -> row.quantity("quantity");
                    case ORDERS -> row.longInteger("orders");
                    case REVENUE_PER_ORDER -> quotient(row, "revenue", "orders", MONEY_DECIMALS);
                    case CUSTOMERS -> row.longInteger("customers");
                });
    }

    /** One row for each weekday, Monday first, also for weekdays without a sale; none for a weekday whose profit is not known. */
    private static List<List<Object>> weekdays(List<SqlRow> rows, Measure measure) {
        if (measure == Measure.PROFIT && rows.stream().noneMatch(MetricRows::hasKnownCost)) {
            return List.of();
        }
        Map<Integer, SqlRow> sold = new HashMap<>();
        rows.forEach(row -> sold.put(row.integer("weekday"), row));
        List<List<Object>> week = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            SqlRow row = sold.get(day.getValue());
            if (measure != Measure.PROFIT || row == null || hasKnownCost(row)) {
                List<Object> values = new ArrayList<>();
                values.add(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
                addValue(values, row == null ? NOTHING : row, measure);
                week.add(values);
            }
        }
        return week;
    }

    private static boolean hasKnownCost(SqlRow row) {
        return exact(row, "costed_revenue").signum() != 0 || exact(row, "cost").signum() != 0;
    }

    private static BigDecimal exact(SqlRow row, String column) {
        return requireNonNull(row.decimalOrNull(column), column);
    }

    static BigDecimal money(SqlRow row, String column) {
        return money(exact(row, column));
    }

    private static BigDecimal money(BigDecimal exact) {
        return exact.setScale(MONEY_DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal quotient(SqlRow row, String dividend, String divisor, int decimals) {
        return exact(row, dividend)
                .divide(BigDecimal.valueOf(row.longInteger(divisor)), decimals, RoundingMode.HALF_UP);
    }

    /** The price of the product, or the average price of its sales; two decimals, or up to four if they are not zero. */
    private static BigDecimal price(SqlRow row) {
        BigDecimal own = row.decimalOrNull("price");
        BigDecimal price = own == null ? quotient(row, "unit_prices", "sales", PRICE_DECIMALS) : own;
        BigDecimal shortest = price.stripTrailingZeros();
        return shortest.scale() < MONEY_DECIMALS ? shortest.setScale(MONEY_DECIMALS) : shortest;
    }
}
