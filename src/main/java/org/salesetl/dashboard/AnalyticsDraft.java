package org.salesetl.dashboard;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.ledger.LastRun;
import org.salesetl.metric.Changes;
import org.salesetl.metric.ChangesQuery;
import org.salesetl.metric.Metric;
import org.salesetl.metric.MetricQuery;
import org.salesetl.metric.UnprofitableProducts;
import org.salesetl.quarantine.WaitingRevenue;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;

/** Collects the data of the page with the ten charts. */
final class AnalyticsDraft extends SliceDraft implements SqlParameters {

    private static final int MOST_SUGGESTIONS = 3;

    private @Nullable Changes changes;
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

    /** The question for what moved; empty if there is no period to compare with, or if nothing was sold in it. */
    List<ChangesQuery> changesQuestion() {
        List<Period> periods = periods();
        return periods.size() < 2 || keyFigures().get(1).orders() == 0
                ? List.of()
                : List.of(
                        new ChangesQuery(periods.get(0).filter(), periods.get(1).filter()));
    }

    /** Stores what moved. */
    void moved(Changes found) {
        changes = found;
    }

    /** What moved; null if there is nothing to compare with. */
    @Nullable
    Changes changes() {
        return changes;
    }

    /** Whether the link says nothing of a period or a filter, so that another page opens instead. */
    boolean isOpening() {
        return !reading().saysPeriodOrFilter();
    }

    /** The page that opens instead of this one. */
    String opening() {
        return Opening.url(reading().request(), choices());
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
        if (!suggestion.best().isEmpty()) {
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
