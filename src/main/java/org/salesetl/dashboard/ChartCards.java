package org.salesetl.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesetl.chart.Findings;
import org.salesetl.metric.Metric;
import org.salesetl.metric.MetricFilter;
import org.salesetl.metric.MetricResult;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Makes cards of answers. */
@Component
class ChartCards {

    private static final int MOST_ROWS = 20;
    private static final Set<String> NUMBERS =
            Set.of("revenue", "quantity", "average_order_value", "orders", "customers", "price");

    private final Findings findings;

    ChartCards(Findings findings) {
        this.findings = findings;
    }

    List<ChartCard> of(List<MetricResult> results, MetricFilter filter) {
        return results.stream().map(result -> of(result, filter)).toList();
    }

    private ChartCard of(MetricResult result, MetricFilter filter) {
        Metric metric = result.metric();
        List<List<Object>> rows = result.rows();
        return new ChartCard(
                metric.slug(),
                metric.title(),
                findings.finding(result),
                metric.columns().stream()
                        .map(column -> new ChartCard.Column(column.replace('_', ' '), NUMBERS.contains(column)))
                        .toList(),
                rows.stream()
                        .limit(MOST_ROWS)
                        .map(row -> row(row, metric.columns().get(0), filter))
                        .toList(),
                rows.size(),
                filter.toQuery());
    }

    private static ChartCard.Row row(List<Object> values, String column, MetricFilter filter) {
        String key = String.valueOf(values.get(0));
        return new ChartCard.Row(values, salesBehind(column, key, filter), onlyThis(column, key, filter));
    }

    /** The page of the sales behind a row of an answer, whose first column says what it is about. */
    private static String salesBehind(String column, String key, MetricFilter filter) {
        String parameter = column.replace("_id", "");
        String slice = filter.without(parameter).toQuery();
        return "/facts?" + (slice.isEmpty() ? "" : slice + "&") + parameter + "=" + UriUtils.encode(key, UTF_8);
    }

    /** The page of the charts of what a row is about; null where that is a weekday. */
    private static @Nullable String onlyThis(String column, String key, MetricFilter filter) {
        MetricFilter narrower = switch (column) {
            case "month" -> {
                YearMonth month = YearMonth.parse(key);
                yield filter.during(month.atDay(1), month.atEndOfMonth());
            }
            case "weekday" -> null;
            default -> filter.with(column.replace("_id", ""), List.of(key));
        };
        return narrower == null ? null : "/analytics?" + narrower.toQuery();
    }
}
