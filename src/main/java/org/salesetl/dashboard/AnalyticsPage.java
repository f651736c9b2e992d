package org.salesetl.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlRow;
import org.salesetl.metric.Metric;
import org.salesetl.metric.MetricFilter;
import org.salesetl.metric.MetricQuery;
import org.salesetl.metric.MetricResult;
import org.salesetl.quarantine.WaitingMoney;
import org.salesetl.web.DisplayFormats;
import org.salesetl.web.Page;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Puts the page of the ten charts together. */
@Component
class AnalyticsPage {

    private static final int MOST_CITIES = 400;

    private final ChartCards cards;
    private final DisplayFormats formats;

    AnalyticsPage(ChartCards cards, DisplayFormats formats) {
        this.cards = cards;
        this.formats = formats;
    }

    FilterChoices choices(
            List<Map<String, Object>> categories, List<Map<String, Object>> cities, Map<String, Object> dates) {
        return new FilterChoices(
                names(categories),
                names(cities).stream()
                        .limit(MOST_CITIES)
                        .sorted(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()))
                        .toList(),
                cities.size() > MOST_CITIES,
                DateRange.of(dates));
    }

    List<MetricQuery> questions(FilterReading reading) {
        return Arrays.stream(Metric.values())
                .map(metric -> new MetricQuery(metric, reading.filter()))
                .toList();
    }

    List<MetricFilter> slices(List<Period> periods) {
        return periods.stream().map(Period::filter).toList();
    }

    Page page(
            List<MetricResult> results,
            FilterReading reading,
            FilterChoices choices,
            List<KeyFigureCard> keyFigures,
            WaitingMoney waiting) {
        MetricFilter filter = reading.filter();
        Map<String, Object> model = new HashMap<>();
        model.put("cards", cards.of(results, filter));
        model.put("keyFigures", keyFigures);
        model.put("waiting", waiting);
        model.put("filter", filter);
        model.put("filterQuery", filter.toQuery());
        model.put("problems", reading.problems());
        model.put("categories", options(choices.categories(), filter.categories()));
        model.put("cities", options(choices.cities(), filter.cities()));
        model.put("moreCities", choices.moreCities());
        model.put("active", active(reading.request(), filter));
        model.put("presets", presets(reading.request(), filter, choices.dates()));
        if (choices.dates() != null) {
            model.put("dates", choices.dates());
        }
        return new Page("analytics", model);
    }

    /** What is chosen comes first, so that it is in sight, and stands there even if the warehouse does not know it. */
    private static List<Option> options(List<String> offered, List<String> chosen) {
        Set<String> names = new LinkedHashSet<>(chosen);
        names.addAll(offered);
        return names.stream()
                .map(name -> new Option(name, chosen.contains(name)))
                .toList();
    }

    /** Each part of the filter, with a link to the page without it. */
    private List<Chip> active(WebRequest request, MetricFilter filter) {
        List<Chip> chips = new ArrayList<>();
        if (filter.from() != null) {
            chips.add(new Chip(
                    "From " + formats.date(filter.from()),
                    request.with("from", null).url()));
        }
        if (filter.to() != null) {
            chips.add(new Chip(
                    "To " + formats.date(filter.to()), request.with("to", null).url()));
        }
        filter.categories()
                .forEach(category -> chips.add(
                        new Chip(category, request.without("category", category).url())));
        filter.cities()
                .forEach(city ->
                        chips.add(new Chip(city, request.without("city", city).url())));
        filter.products()
                .forEach(id -> chips.add(
                        new Chip("Product " + id, request.without("product", id).url())));
        filter.customers()
                .forEach(id -> chips.add(new Chip(
                        "Customer " + id, request.without("customer", id).url())));
        return chips;
    }

    /** Stretches of time that end with the data, not with today: data of last year is then not always empty. */
    private static List<Preset> presets(WebRequest request, MetricFilter filter, @Nullable DateRange dates) {
        List<Preset> presets = new ArrayList<>();
        if (dates != null) {
            LocalDate last = dates.last();
            presets.add(preset("Last 30 days", last.minusDays(29), last, request, filter));
            presets.add(preset("Last 90 days", last.minusDays(89), last, request, filter));
            for (int year : new int[] {last.getYear(), last.getYear() - 1}) {
                presets.add(preset(
                        String.valueOf(year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), request, filter));
            }
        }
        presets.add(preset("All time", null, null, request, filter));
        return presets;
    }

    private static Preset preset(
            String name, @Nullable LocalDate from, @Nullable LocalDate to, WebRequest request, MetricFilter filter) {
        return new Preset(
                name,
                request.with("from", from).with("to", to).url(),
                Objects.equals(from, filter.from()) && Objects.equals(to, filter.to()));
    }

    private static List<String> names(List<Map<String, Object>> rows) {
        return rows.stream().map(SqlRow::new).map(row -> row.text("name")).toList();
    }

    /** Something to filter by. */
    record Option(String name, boolean chosen) {}

    /** A part of the filter, and the page without it. */
    record Chip(String name, String url) {}

    /** A stretch of time that one click chooses. */
    record Preset(String name, String url, boolean current) {}
}
