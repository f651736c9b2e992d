package org.salesetl.dashboard;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.salesetl.metric.Metric;
import org.salesetl.metric.MetricQuery;
import org.salesetl.metric.MetricResult;
import org.salesetl.web.DisplayFormats;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Finds the categories whose revenue changed the most since the period before. */
@Component
class Movers {

    private static final int MOST = 3;

    private final DisplayFormats formats;

    Movers(DisplayFormats formats) {
        this.formats = formats;
    }

    /** The questions for the categories of the chosen period and of the period before; empty if there is no period before. */
    List<MetricQuery> questions(List<Period> periods) {
        return periods.size() < 2
                ? List.of()
                : periods.subList(0, 2).stream()
                        .map(period -> new MetricQuery(Metric.CATEGORY_REVENUE, period.filter()))
                        .toList();
    }

    /**
     * The categories with the largest changes, the largest first.
     *
     * @param answers the answers to {@link #questions}
     * @return empty if nothing was sold in the period before, or if there is only one category, whose change the key figures show
     */
    List<Mover> of(List<MetricResult> answers, WebRequest request) {
        if (answers.isEmpty()) {
            return List.of();
        }
        Map<String, BigDecimal> now = revenue(answers.get(0));
        Map<String, BigDecimal> before = revenue(answers.get(1));
        TreeSet<String> categories = new TreeSet<>(now.keySet());
        categories.addAll(before.keySet());
        if (before.isEmpty() || categories.size() < 2) {
            return List.of();
        }
        return categories.stream()
                .map(category -> Map.entry(
                        category,
                        now.getOrDefault(category, BigDecimal.ZERO)
                                .subtract(before.getOrDefault(category, BigDecimal.ZERO))))
                .filter(change -> change.getValue().signum() != 0)
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.comparing(BigDecimal::abs))
                        .reversed())
                .limit(MOST)
                .map(change -> mover(change.getKey(), change.getValue(), request))
                .toList();
    }

    private Mover mover(String category, BigDecimal change, WebRequest request) {
        boolean up = change.signum() > 0;
        return new Mover(
                category,
                (up ? "+" : "−") + formats.money(change.abs()),
                up ? "up" : "down",
                request.with("category", category).url());
    }

    private static Map<String, BigDecimal> revenue(MetricResult answer) {
        Map<String, BigDecimal> revenue = new TreeMap<>();
        answer.rows().forEach(row -> revenue.put((String) row.get(0), (BigDecimal) row.get(1)));
        return revenue;
    }

    /**
     * A category whose revenue has changed.
     *
     * @param change the change of the revenue, with its sign
     * @param direction {@code up} or {@code down}
     * @param url the page with this category alone
     */
    record Mover(String name, String change, String direction, String url) {}
}
