package org.salesetl.metric;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlRow;

/** Collects the answer to a question. */
final class MetricDraft extends Slice {

    private final MetricQuery query;
    private @Nullable String sums;
    private List<SqlRow> rows = List.of();
    private @Nullable KeyFigures figures;

    MetricDraft(MetricQuery query) {
        super(query.filter());
        this.query = query;
    }

    /** The question. */
    MetricQuery query() {
        return query;
    }

    /** Whether the rollup tables do not have the answer. */
    boolean isOfSlice() {
        return query.metric() == Metric.CUSTOMER_DISTRIBUTION ? !filter().isOfCities() : !filter().isEmpty();
    }

    /** Takes over the sums of the slice, as the statements in {@code sql/metric/} take them. */
    void addedUp(String json) {
        sums = json;
    }

    /** Takes over the rows of the metric's statement. */
    void answered(List<SqlRow> exact) {
        rows = exact;
    }

    List<SqlRow> rows() {
        return rows;
    }

    /** What has to be known of a question that tells time more finely than by months. */
    KeyFigureQuery keyFigures() {
        return query.keyFigures();
    }

    /** Takes over what the business did. */
    void told(KeyFigures answer) {
        figures = answer;
    }

    KeyFigures figures() {
        return requireNonNull(figures);
    }

    /** Everything that the statements in {@code sql/metric/} ask for. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>(super.parameters());
        parameters.put("isWhole", sums == null);
        parameters.put("sums", sums == null ? "[]" : sums);
        parameters.put("everyCustomer", sums == null);
        parameters.put("allCities", filter().cities().isEmpty());
        return parameters;
    }
}
