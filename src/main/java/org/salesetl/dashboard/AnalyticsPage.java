package org.salesetl.dashboard;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlRow;
import org.salesetl.ledger.LastRun;
import org.salesetl.metric.Metric;
import org.salesetl.metric.MetricQuery;
import org.salesetl.metric.MetricResult;
import org.salesetl.quarantine.WaitingMoney;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.Page;
import org.springframework.stereotype.Component;

/** Puts the page of the ten charts together. */
@Component
class AnalyticsPage {

    private static final int MOST_CITIES = 400;

    private final ChartCards cards;
    private final ActiveFilters active;

    AnalyticsPage(ChartCards cards, ActiveFilters active) {
        this.cards = cards;
        this.active = active;
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
        return reading.questions(Metric.values());
    }

    Page page(
            List<MetricResult> results,
            FilterReading reading,
            FilterChoices choices,
            List<KeyFigureCard> keyFigures,
            List<Period> periods,
            List<Movers.Mover> movers,
            WaitingMoney waiting,
            @Nullable LastRun lastRun,
            List<Map<String, Object>> chosen) {
        MetricFilter filter = reading.filter();
        Map<String, Object> model = new HashMap<>();
        model.put("cards", cards.of(results, filter, reading.request()));
        model.put("keyFigures", keyFigures);
        model.put("movers", movers);
        if (!movers.isEmpty()) {
            model.put("movedSince", periods.get(1).name());
        }
        model.put("waiting", waiting);
        model.put("filter", filter);
        model.put("filterQuery", filter.toQuery());
        model.put("by", reading.request().all(MetricQuery.BY));
        model.put("problems", reading.problems());
        model.put("categories", options(choices.categories(), filter.categories()));
        model.put("cities", options(choices.cities(), filter.cities()));
        model.put("moreCities", choices.moreCities());
        model.put("active", active.of(reading, chosen));
        model.put("presets", Presets.of(reading.request(), filter, choices.dates()));
        if (lastRun != null) {
            model.put("run", lastRun);
        }
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

    private static List<String> names(List<Map<String, Object>> rows) {
        return rows.stream().map(SqlRow::new).map(row -> row.text("name")).toList();
    }

    /** Something to filter by. */
    record Option(String name, boolean chosen) {}
}
