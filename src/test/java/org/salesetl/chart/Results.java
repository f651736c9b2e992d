package org.salesetl.chart;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.salesetl.metric.KnownCost;
import org.salesetl.metric.Measure;
import org.salesetl.metric.Metric;
import org.salesetl.metric.MetricResult;
import org.salesetl.rollup.Grain;
import org.salesetl.web.NumberStyle;

/** Makes results for tests. */
final class Results {

    /** The default style of numbers. */
    static final NumberStyle ENGLISH = new NumberStyle(Locale.UK, null);

    private static final List<String> WEEKDAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private Results() {}

    /** @param cells the cells, row after row, in the order of the columns */
    static MetricResult of(Metric metric, Object... cells) {
        int columns = metric.columns().size();
        List<List<Object>> rows = new ArrayList<>();
        for (int start = 0; start < cells.length; start += columns) {
            List<Object> row = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                row.add(cells[start + column]);
            }
            rows.add(row);
        }
        return new MetricResult(metric, rows);
    }

    /** @param cells the key, the name if there is one, and the value, row after row; a profit is of all revenue */
    static MetricResult by(Metric metric, Measure measure, Object... cells) {
        int keys = metric.columns().size() - 1;
        List<List<Object>> rows = new ArrayList<>();
        for (int start = 0; start < cells.length; start += keys + 1) {
            List<Object> row = new ArrayList<>(Arrays.asList(cells).subList(start, start + keys));
            if (measure == Measure.PROFIT) {
                row.addAll(List.of(money("200.00"), money("100.00")));
            }
            row.add(cells[start + keys]);
            rows.add(row);
        }
        return new MetricResult(
                metric,
                measure,
                Grain.MONTH,
                rows,
                measure == Measure.PROFIT ? new KnownCost(money("200.00"), money("100.00")) : null);
    }

    static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }

    static MetricResult weekdays(long... orders) {
        return new MetricResult(
                Metric.ORDERS_PER_WEEKDAY,
                IntStream.range(0, WEEKDAYS.size())
                        .mapToObj(day -> List.<Object>of(WEEKDAYS.get(day), orders[day]))
                        .toList());
    }

    /** A result with the largest number of rows that the metric can have, or with more rows than its chart can show. */
    static MetricResult plenty(Metric metric) {
        return switch (metric) {
            case TOP_CUSTOMERS -> named(metric, 5, true);
            case BEST_SELLING_PRODUCTS -> named(metric, 10, true);
            case TOP_CITIES -> named(metric, 5, false);
            case CATEGORY_REVENUE, QUANTITY_PER_CATEGORY, CUSTOMER_DISTRIBUTION -> named(metric, 531, false);
            case ORDERS_PER_WEEKDAY -> weekdays(920, 558, 182, 746, 916, 837, 850);
            case MONTHLY_REVENUE, AVERAGE_ORDER_VALUE ->
                new MetricResult(
                        metric,
                        IntStream.range(0, 48)
                                .mapToObj(month -> List.<Object>of(
                                        YearMonth.of(2014, 1).plusMonths(month).toString(),
                                        BigDecimal.valueOf(1_000_000L + month * 37_511L % 900_000, 2)))
                                .toList());
            case PRICE_VS_QUANTITY -> products(20_000);
        };
    }

    static MetricResult products(int products) {
        return new MetricResult(
                Metric.PRICE_VS_QUANTITY,
                IntStream.range(0, products)
                        .mapToObj(product -> List.<Object>of(
                                "P" + product,
                                "Product " + product,
                                BigDecimal.valueOf(product * 7919L % 500_000, 2),
                                product * 104_729L % 300 + 1))
                        .toList());
    }

    private static MetricResult named(Metric metric, int rows, boolean withId) {
        return new MetricResult(
                metric,
                IntStream.range(0, rows)
                        .mapToObj(row -> {
                            List<Object> cells = new ArrayList<>();
                            if (withId) {
                                cells.add("ID-" + row);
                            }
                            cells.add("Name of number " + row);
                            cells.add(
                                    metric.measure().isCount()
                                            ? (Object) Long.valueOf(1_000 - row)
                                            : BigDecimal.valueOf(12_345_678L - row * 1_000L, 2));
                            return List.copyOf(cells);
                        })
                        .toList());
    }
}
