package org.salesetl.dashboard;

import java.util.HashMap;
import java.util.Map;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.Page;
import org.springframework.stereotype.Component;

/** Makes the page of a product or customer. */
@Component
class ProfilePage {

    private final ChartCards cards;
    private final KeyFigureCards keyFigures;

    ProfilePage(ChartCards cards, KeyFigureCards keyFigures) {
        this.cards = cards;
        this.keyFigures = keyFigures;
    }

    Page page(ProfileDraft draft) {
        Profile profile = draft.profile();
        FilterReading reading = draft.reading();
        FilterChoices choices = draft.choices();
        MetricFilter filter = draft.filter();
        String name = draft.about().text("name");
        Map<String, Object> model = new HashMap<>();
        model.put("kind", profile.kind().label());
        model.put("id", profile.id());
        model.put("name", name.isBlank() ? profile.id() : name);
        model.put("about", draft.about().columns());
        model.put("problems", reading.problems());
        model.put("presets", Presets.of(reading.request(), filter, choices.dates()));
        model.put("measures", Measures.of(reading, draft.keyFigures().get(0)));
        model.put("keyFigures", keyFigures.of(draft.periods(), draft.keyFigures(), reading));
        model.put("cards", cards.of(draft));
        model.put("facts", draft.facts().rows());
        model.put("allFacts", "/facts?" + filter.toQuery());
        model.put("inAnalytics", "/analytics?" + filter.toQuery());
        if (choices.dates() != null) {
            model.put("dates", choices.dates());
        }
        return new Page("profile", model);
    }
}
