package org.salesetl.chart;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesetl.metric.MetricQuery;
import org.salesetl.metric.MetricResult;

/** Collects the rows of a chart. A bar that the filter chooses stands among the others; if it is not among the first bars, it stands alone. */
final class ChartDraft {

    private final MetricQuery query;
    private @Nullable MetricResult result;

    ChartDraft(MetricQuery query) {
        this.query = query;
    }

    /** The question for the chosen bars and the others; empty if the filter chooses no bars. */
    List<MetricQuery> questionWithOthers() {
        return query.chosenRows().isEmpty() ? List.of() : List.of(query.amongOthers());
    }

    /** Stores the answer if all chosen bars are drawn. */
    void answeredWithOthers(MetricResult answer) {
        Set<String> chosen = Set.copyOf(query.chosenRows());
        long drawn = answer.rows().stream()
                .limit(NamedBars.MOST_BARS)
                .filter(row -> chosen.contains(row.get(0).toString()))
                .count();
        if (drawn == chosen.size()) {
            result = answer.highlighting(chosen);
        }
    }

    /** The question itself; empty if its answer is part of the stored one. */
    List<MetricQuery> question() {
        return result == null ? List.of(query) : List.of();
    }

    /** Stores the answer. */
    void answered(MetricResult answer) {
        result = answer;
    }

    MetricResult result() {
        return requireNonNull(result);
    }
}
