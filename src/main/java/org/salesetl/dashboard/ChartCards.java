package org.salesetl.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.chart.Findings;
import org.salesetl.chart.SliceTotals;
import org.salesetl.metric.MetricQuery;
import org.salesetl.metric.MetricResult;
import org.salesetl.rollup.Grain;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.NumberStyle;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Makes chart cards from answers. */
@Component
class ChartCards {

    private static final int MOST_ROWS = 20;
    private static final String BY = MetricQuery.BY + "=";
    private static final Set<String> NUMBERS = Set.of(
            "revenue", "quantity", "average_order_value", "orders", "customers", "price", "profit", "costed_revenue");

    private final Findings findings;
    private final NumberStyle numbers;

    ChartCards(Findings findings, NumberStyle numbers) {
        this.findings = findings;
        this.numbers = numbers;
    }

    /** The cards of a page about a slice. */
    List<ChartCard> of(SliceDraft draft) {
        return of(
                draft.results(),
                draft.totals(),
                draft.filter(),
                Period.hasYearBefore(draft.periods()),
                draft.reading().request());
    }

    /**
     * The cards of a page.
     *
     * @param totals the totals of the slice
     * @param filter the slice of the page
     * @param comparesYear whether the charts show the year before
     * @param request the request for the page
     */
    List<ChartCard> of(
            List<MetricResult> results,
            SliceTotals totals,
            MetricFilter filter,
            boolean comparesYear,
            WebRequest request) {
        return results.stream()
                .map(result -> of(result, totals, filter, comparesYear, request))
                .toList();
    }

    private ChartCard of(
            MetricResult result, SliceTotals totals, MetricFilter filter, boolean comparesYear, WebRequest request) {
        List<List<Object>> rows = result.rows();
        String slug = result.metric().slug();
        return new ChartCard(
                slug,
                result.title(numbers.words()),
                findings.subtitle(result),
                findings.finding(result, totals),
                note(result, request),
                result.columns().stream()
                        .map(column -> new ChartCard.Column("script.column." + column, NUMBERS.contains(column)))
                        .toList(),
                rows.stream()
                        .limit(MOST_ROWS)
                        .map(row -> row(row, result, filter, request))
                        .toList(),
                rows.size(),
                query(result, filter),
                chosen(result, filter),
                comparesYear && result.metric().hasYearBefore() ? MetricQuery.COMPARE + "=" + MetricQuery.YEAR : "",
                partial(result),
                result.until(),
                result.metric().isOverTime() ? grains(result, request, slug) : List.of());
    }

    private static String query(MetricResult result, MetricFilter filter) {
        return join(
                join(
                        filter.toQuery(),
                        result.by() == Grain.MONTH ? "" : BY + result.by().label()),
                result.chosen() == null
                        ? ""
                        : MetricQuery.MEASURE + "=" + result.chosen().label());
    }

    private static ChartCard.@Nullable Chosen chosen(MetricResult result, MetricFilter filter) {
        MetricQuery question = new MetricQuery(result.metric(), filter);
        List<String> keys = question.chosenRows();
        return keys.isEmpty()
                ? null
                : new ChartCard.Chosen(
                        query(result, question.amongOthers().filter()),
                        keys.stream()
                                .map(key -> "key=" + UriUtils.encode(key, UTF_8))
                                .collect(Collectors.joining("&")));
    }

    private @Nullable String partial(MetricResult result) {
        return result.partial().isEmpty()
                ? null
                : new TreeMap<>(result.partial())
                        .entrySet().stream()
                                .map(part ->
                                        part.getKey() + ":" + numbers.words().say("period." + part.getValue()))
                                .collect(Collectors.joining(","));
    }

    /** Why the chart does not follow the measure that the page has. */
    private @Nullable String note(MetricResult result, WebRequest request) {
        boolean isOwn = result.metric().ownMeasureOnly() != null;
        return result.chosen() == null
                        && isOwn
                        && !request.all(MetricQuery.MEASURE).isEmpty()
                ? numbers.words().say("chart.own-measure." + result.metric().slug())
                : null;
    }

    private static List<Choice> grains(MetricResult result, WebRequest request, String slug) {
        return Arrays.stream(Grain.values())
                .map(grain -> new Choice(
                        "grain." + grain.label(),
                        request.with(MetricQuery.BY, grain.label()).url() + "#" + slug,
                        grain == result.by()))
                .toList();
    }

    /** The values of a row as readers see them. Only weekdays have other names than in the answers of the API. */
    private List<Object> shown(List<Object> values, String column) {
        if (!column.equals("weekday")) {
            return values;
        }
        List<Object> shown = new ArrayList<>(values);
        shown.set(0, numbers.words().say("weekday." + values.get(0).toString().toLowerCase(Locale.ROOT)));
        return shown;
    }

    /** A row with its links. The first value of the row is the key for the links. */
    private ChartCard.Row row(List<Object> values, MetricResult result, MetricFilter filter, WebRequest request) {
        String column = result.columns().get(0);
        String key = String.valueOf(values.get(0));
        String measure = measure(request);
        String charts = result.metric().isOverTime()
                ? finer(result.by(), period(result.by(), key, filter))
                : onlyThis(column, key, filter);
        return new ChartCard.Row(
                shown(values, column),
                "/facts?" + salesBehind(result, key, filter),
                charts == null ? null : request.path() + "?" + join(charts, measure),
                switch (column) {
                    case "product_id", "customer_id" ->
                        "/" + parameter(column) + "?" + join(with(column, key, filter), measure);
                    default -> null;
                });
    }

    /** The measure of the page as a part of a query. */
    private static String measure(WebRequest request) {
        return request.all(MetricQuery.MEASURE).stream()
                .findFirst()
                .map(measure -> MetricQuery.MEASURE + "=" + UriUtils.encode(measure, UTF_8))
                .orElse("");
    }

    private static String salesBehind(MetricResult result, String key, MetricFilter filter) {
        if (result.metric().isOverTime()) {
            return period(result.by(), key, filter).toQuery();
        }
        String parameter = parameter(result.columns().get(0));
        return join(filter.without(parameter).toQuery(), parameter + "=" + UriUtils.encode(key, UTF_8));
    }

    /** The part of the slice in a period. */
    private static MetricFilter period(Grain by, String key, MetricFilter filter) {
        LocalDate first = by.firstDay(key);
        return filter.within(first, by.next(first).minusDays(1));
    }

    /** The query for the charts of a period in shorter periods: a month in weeks, a week in days; null for a day. */
    private static @Nullable String finer(Grain by, MetricFilter period) {
        return switch (by) {
            case MONTH -> join(period.toQuery(), BY + Grain.WEEK.label());
            case WEEK -> join(period.toQuery(), BY + Grain.DAY.label());
            case DAY -> null;
        };
    }

    /** The query for the charts of one customer, product, city or category; null for a weekday, because there is no such filter. */
    private static @Nullable String onlyThis(String column, String key, MetricFilter filter) {
        return column.equals("weekday") ? null : with(column, key, filter);
    }

    private static String with(String column, String key, MetricFilter filter) {
        return filter.with(parameter(column), List.of(key)).toQuery();
    }

    private static String parameter(String column) {
        return column.replace("_id", "");
    }

    private static String join(String query, String more) {
        return query.isEmpty() || more.isEmpty() ? query + more : query + "&" + more;
    }
}
