package org.salesetl.dashboard;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.SqlRow;
import org.salesetl.ledger.LastRun;
import org.salesetl.metric.Metric;
import org.salesetl.metric.MetricQuery;
import org.salesetl.metric.MetricResult;
import org.salesetl.metric.UnprofitableProducts;
import org.salesetl.quarantine.WaitingRevenue;

/** Collects the data of the page with the ten charts. */
final class AnalyticsDraft extends SliceDraft implements SqlParameters {

    private static final int MOST_SUGGESTIONS = 3;

    private final List<MetricResult> categories = new ArrayList<>();
    private @Nullable WaitingRevenue waiting;
    private @Nullable UnprofitableProducts unprofitable;
    private @Nullable LastRun lastRun;
    private List<SqlRow> chosen = List.of();
    private final List<Suggestion> suggestions = new ArrayList<>();

    AnalyticsDraft(FilterReading reading) {
        super(reading);
    }

    @Override
    List<MetricQuery> questions() {
        return reading().questions(Metric.values());
    }

    /** Stores the categories of the chosen period, and then the categories of the period before. */
    void moved(MetricResult result) {
        categories.add(result);
    }

    /** The categories of the chosen period and of the period before; empty if there is no period before. */
    List<MetricResult> categories() {
        return categories;
    }

    /** Stores the revenue that waits in the quarantine. */
    void waits(WaitingRevenue revenue) {
        waiting = revenue;
    }

    WaitingRevenue waiting() {
        return requireNonNull(waiting);
    }

    /** Stores the products that sell much and earn nothing. */
    void unprofitable(UnprofitableProducts products) {
        unprofitable = products;
    }

    UnprofitableProducts unprofitable() {
        return requireNonNull(unprofitable);
    }

    /** Stores the newest run; null if there is none. */
    void lastRun(@Nullable LastRun run) {
        lastRun = run;
    }

    /** The newest run; null if there is none. */
    @Nullable
    LastRun lastRun() {
        return lastRun;
    }

    /** Stores the rows of {@code select-chosen.sql}. */
    void chosen(List<SqlRow> rows) {
        chosen = rows;
    }

    List<SqlRow> chosen() {
        return chosen;
    }

    /** What has to be searched for: ids of products and customers that the warehouse does not know. */
    List<Suggestion> unknown() {
        return Arrays.stream(ProfileKind.values())
                .flatMap(kind -> kind.ids(filter()).stream()
                        .filter(id -> chosen.stream()
                                .noneMatch(row -> row.text("kind").equals(kind.label())
                                        && row.text("id").equals(id)))
                        .map(id -> new Suggestion(kind, id)))
                .limit(MOST_SUGGESTIONS)
                .toList();
    }

    /** Stores what an unknown id may mean. */
    void suggested(Suggestion suggestion) {
        if (!suggestion.found().isEmpty()) {
            suggestions.add(suggestion);
        }
    }

    /** What the unknown ids may mean; empty if nothing matches. */
    List<Suggestion> suggestions() {
        return suggestions;
    }

    /** The parameters of {@code select-chosen.sql}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return filter().parameters();
    }
}
