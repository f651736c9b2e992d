package org.salesetl.dashboard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlRow;
import org.salesetl.lineage.FactListing;
import org.salesetl.metric.MetricQuery;
import org.salesetl.metric.MetricResult;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.Page;
import org.springframework.stereotype.Component;

/** Puts the page of one product or customer together. */
@Component
class ProfilePage {

    private final ChartCards cards;

    ProfilePage(ChartCards cards) {
        this.cards = cards;
    }

    /**
     * What the warehouse knows of somebody or something.
     *
     * @param columns the row; null if there is none
     * @throws NotFoundException if there is none
     */
    SqlRow found(@Nullable Map<String, Object> columns, Profile profile) {
        if (columns == null) {
            throw new NotFoundException("There is no " + profile.kind() + " " + profile.id() + " in the warehouse");
        }
        return new SqlRow(columns);
    }

    List<MetricQuery> questions(Profile profile, FilterReading reading) {
        return reading.questions(profile.metrics());
    }

    Page page(
            Profile profile,
            SqlRow found,
            FilterReading reading,
            FilterChoices choices,
            List<KeyFigureCard> keyFigures,
            List<MetricResult> results,
            FactListing facts) {
        MetricFilter filter = reading.filter();
        String name = found.text("name");
        Map<String, Object> model = new HashMap<>();
        model.put("kind", profile.kind());
        model.put("id", profile.id());
        model.put("name", name.isBlank() ? profile.id() : name);
        model.put("about", found.columns());
        model.put("problems", reading.problems());
        model.put("presets", Presets.of(reading.request(), filter, choices.dates()));
        model.put("keyFigures", keyFigures);
        model.put("cards", cards.of(results, filter, reading.request()));
        model.put("facts", facts.rows());
        model.put("allFacts", "/facts?" + filter.toQuery());
        model.put("inAnalytics", "/analytics?" + filter.toQuery());
        if (choices.dates() != null) {
            model.put("dates", choices.dates());
        }
        return new Page("profile", model);
    }
}
