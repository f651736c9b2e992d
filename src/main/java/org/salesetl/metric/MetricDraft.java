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

    /** Whether the packs have to be read, because the rollup tables cannot answer the question. */
    boolean isOfSlice() {
        return query.metric() == Metric.CUSTOMER_DISTRIBUTION ? !filter().isOfCitiesOnly() : !filter().isEmpty();
    }

    /** Stores the sums of the slice as JSON, the form that the statements in {@code sql/metric/} read. */
    void sums(String json) {
        sums = json;
    }

    /** Stores the rows of the statement of the metric. */
    void answered(List<SqlRow> exact) {
        rows = exact;
    }

    List<SqlRow> rows() {
        return rows;
    }

    /** The question for key figures by weeks or days, which answer a question about weeks or days. */
    KeyFigureQuery keyFigures() {
        return query.keyFigures();
    }

    /** Stores the key figures. */
    void figures(KeyFigures answer) {
        figures = answer;
    }

    KeyFigures figures() {
        return requireNonNull(figures);
    }

    /** The parameters of all statements in {@code sql/metric/}. */
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
