package org.salesetl.dashboard;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.salesetl.ledger.LastRun;
import org.salesetl.metric.Changes;
import org.salesetl.metric.MetricQuery;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.Page;
import org.springframework.stereotype.Component;

/** Makes the page with the ten charts. */
@Component
class AnalyticsPage {

    private final ChartCards cards;
    private final KeyFigureCards keyFigures;
    private final Movers movers;
    private final ActiveFilters active;

    AnalyticsPage(ChartCards cards, KeyFigureCards keyFigures, Movers movers, ActiveFilters active) {
        this.cards = cards;
        this.keyFigures = keyFigures;
        this.movers = movers;
        this.active = active;
    }

    Page page(AnalyticsDraft draft) {
        FilterReading reading = draft.reading();
        FilterChoices choices = draft.choices();
        MetricFilter filter = draft.filter();
        Map<String, Object> model = new HashMap<>();
        model.put("cards", cards.of(draft));
        model.put("keyFigures", keyFigures.of(draft.periods(), draft.keyFigures(), reading));
        Changes changes = draft.changes();
        List<Movers.Sentence> moved = changes == null ? List.of() : movers.of(changes, reading.request());
        model.put("movers", moved);
        if (!moved.isEmpty()) {
            model.put("movedSince", draft.periods().get(1).name());
        }
        String compared = Period.sentence(draft.periods(), reading.words());
        if (compared != null) {
            model.put("compared", compared);
        }
        model.put(
                "suggestions",
                draft.suggestions().stream()
                        .map(suggestion -> SuggestedChoices.of(suggestion, reading.request(), filter))
                        .toList());
        model.put("waiting", draft.waiting());
        model.put("unprofitable", draft.unprofitable().products());
        model.put("measures", Measures.of(reading, draft.keyFigures().get(0)));
        model.put("measure", reading.request().all(MetricQuery.MEASURE));
        model.put("filter", filter);
        model.put("filterQuery", filter.toQuery());
        model.put("by", reading.request().all(MetricQuery.BY));
        model.put("problems", reading.problems());
        model.put("categories", options(choices.categories(), filter.categories()));
        model.put("cities", options(choices.cities(), filter.cities()));
        model.put("moreCities", choices.moreCities());
        model.put("active", active.of(reading, draft.chosen()));
        model.put("presets", Presets.of(reading.request(), filter, choices.dates()));
        LastRun lastRun = draft.lastRun();
        if (lastRun != null) {
            model.put("run", lastRun);
        }
        if (choices.dates() != null) {
            model.put("dates", choices.dates());
        }
        return new Page("analytics", model);
    }

    /** The options of a filter. Chosen options come first, and are there even if the warehouse does not know them. */
    private static List<Option> options(List<String> offered, List<String> chosen) {
        Set<String> names = new LinkedHashSet<>(chosen);
        names.addAll(offered);
        return names.stream()
                .map(name -> new Option(name, chosen.contains(name)))
                .toList();
    }

    /** A category or a city that a filter offers. */
    record Option(String name, boolean chosen) {}
}
