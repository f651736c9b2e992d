package org.salesetl.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.salesetl.SqlRow;
import org.springframework.stereotype.Component;

/**
 * Makes answers from exact sums. All divisions are done here, not in the database, so that each value is rounded only once, half-up.
 */
@Component
class MetricRows {

    private static final int MONEY_DECIMALS = 2;
    private static final int PRICE_DECIMALS = 4;

    MetricResult result(List<SqlRow> exact, Metric metric) {
        return new MetricResult(
                metric,
                switch (metric) {
                    case TOP_CUSTOMERS ->
                        map(exact, row -> List.of(row.text("customer_id"), row.text("name"), money(row, "revenue")));
                    case MONTHLY_REVENUE -> map(exact, row -> List.of(row.text("month"), money(row, "revenue")));
                    case BEST_SELLING_PRODUCTS ->
                        map(
                                exact,
                                row -> List.of(row.text("product_id"), row.text("name"), row.longInteger("quantity")));
                    case CATEGORY_REVENUE -> map(exact, row -> List.of(row.text("category"), money(row, "revenue")));
                    case AVERAGE_ORDER_VALUE ->
                        map(
                                exact,
                                row -> List.of(row.text("month"), quotient(row, "revenue", "orders", MONEY_DECIMALS)));
                    case ORDERS_PER_WEEKDAY -> weekdays(exact);
                    case QUANTITY_PER_CATEGORY ->
                        map(exact, row -> List.of(row.text("category"), row.longInteger("quantity")));
                    case TOP_CITIES -> map(exact, row -> List.of(row.text("city"), money(row, "revenue")));
                    case CUSTOMER_DISTRIBUTION ->
                        map(exact, row -> List.of(row.text("city"), row.longInteger("customers")));
                    case PRICE_VS_QUANTITY ->
                        map(
                                exact,
                                row -> List.of(
                                        row.text("product_id"),
                                        row.text("name"),
                                        price(row),
                                        row.longInteger("quantity")));
                });
    }

    /** The answer to a question over time, by weeks or days. */
    MetricResult overTime(MetricDraft draft) {
        MetricQuery query = draft.query();
        return new MetricResult(
                query.metric(),
                query.by(),
                draft.figures().trend().stream()
                        .filter(point -> point.averageOrderValue() != null)
                        .map(point -> List.<Object>of(
                                point.period(),
                                query.metric() == Metric.AVERAGE_ORDER_VALUE
                                        ? point.averageOrderValue()
                                        : point.revenue()))
                        .toList());
    }

    private static List<List<Object>> map(List<SqlRow> rows, Function<SqlRow, List<Object>> answer) {
        return rows.stream().map(answer).toList();
    }

    /** One row for each weekday, Monday first, also for weekdays without an order. */
    private static List<List<Object>> weekdays(List<SqlRow> rows) {
        long[] orders = new long[DayOfWeek.values().length];
        rows.forEach(row -> orders[row.integer("weekday") - 1] = row.longInteger("orders"));
        List<List<Object>> week = new ArrayList<>();
        Arrays.stream(DayOfWeek.values())
                .forEach(day -> week.add(
                        List.of(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH), orders[day.getValue() - 1])));
        return week;
    }

    private static BigDecimal money(SqlRow row, String column) {
        return Objects.requireNonNull(row.decimalOrNull(column), column).setScale(MONEY_DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal quotient(SqlRow row, String dividend, String divisor, int decimals) {
        return Objects.requireNonNull(row.decimalOrNull(dividend), dividend)
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
