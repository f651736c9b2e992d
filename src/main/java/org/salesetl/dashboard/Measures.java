package org.salesetl.dashboard;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.metric.KeyFigures;
import org.salesetl.metric.Measure;
import org.salesetl.metric.MetricQuery;
import org.salesetl.web.WebRequest;

/** The measures that one click chooses for all charts of a page. */
final class Measures {

    private Measures() {}

    /**
     * The choices for a page. If no cost of the slice is known, nothing is said of profit, unless the link asks for it.
     *
     * @param figures the key figures of the slice
     */
    static List<Choice> of(FilterReading reading, KeyFigures figures) {
        WebRequest request = reading.request();
        Measure chosen = reading.measure();
        List<Choice> choices = new ArrayList<>();
        choices.add(choice("measures.by-question", request, null, chosen));
        for (Measure measure : Measure.CHOICES) {
            if (measure != Measure.PROFIT || measure == chosen || figures.grossProfit() != null) {
                choices.add(choice("measures." + measure.label(), request, measure, chosen));
            }
        }
        return choices;
    }

    private static Choice choice(String name, WebRequest request, @Nullable Measure measure, @Nullable Measure chosen) {
        return new Choice(
                name,
                request.with(MetricQuery.MEASURE, measure == null ? null : measure.label())
                        .url(),
                measure == chosen);
    }
}
