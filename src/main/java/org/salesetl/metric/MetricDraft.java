package org.salesetl.metric;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;

/** Collects the answer to a question. */
final class MetricDraft extends Slice {

    private final MetricQuery query;
    private final LocalDate today;
    private @Nullable String sums;
    private List<SqlRow> rows = List.of();
    private @Nullable KnownCost cost;
    private @Nullable DataEnd end;
    private @Nullable KeyFigures figures;

    /** Collects an answer without periods, for which the day does not count. */
    MetricDraft(MetricQuery query) {
        this(query, LocalDate.EPOCH);
    }

    /** @param today the calendar day of the service */
    MetricDraft(MetricQuery query, LocalDate today) {
        super(query.filter());
        this.query = query;
        this.today = today;
    }

    /** The question. */
    MetricQuery query() {
        return query;
    }

    LocalDate today() {
        return today;
    }

    /** Whether the packs have to be read, because the rollup tables cannot answer the question. */
    boolean isOfSlice() {
        return query.metric() == Metric.CUSTOMER_DISTRIBUTION
                ? !filter().isOfCitiesOnly()
                : !filter().isEmpty() || query.countsOrdersOfThings();
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

    /** Stores the last day with a sale, as in 20250131; null if there is no sale. */
    void endsAt(@Nullable Number lastKey) {
        end = lastKey == null ? null : DataEnd.of(lastKey, today);
    }

    boolean isOverTime() {
        return query.metric().isOverTime();
    }

    /** The answer, with its last period, and with words for the periods of which it has a part alone. */
    MetricResult marked(MetricResult result) {
        if (!isOverTime()) {
            return result;
        }
        String until = result.isZeroWithoutSales() ? until() : null;
        Map<String, String> partial = new HashMap<>();
        Stream.concat(result.rows().stream().map(row -> row.get(0).toString()), Stream.ofNullable(until))
                .forEach(period -> part(period).ifPresent(words -> partial.put(period, words)));
        return result.until(until).inPart(partial);
    }

    /** The period in which the slice ends, or the data if the data ends earlier; null if there is no sale. */
    private @Nullable String until() {
        if (end == null) {
            return null;
        }
        LocalDate to = filter().to();
        LocalDate last = to == null || to.isAfter(end.last()) ? end.last() : to;
        return query.by().text(query.by().key(last));
    }

    private Optional<String> part(String period) {
        LocalDate first = query.by().firstDay(period);
        LocalDate last = query.by().next(first).minusDays(1);
        if (end != null && !end.reaches(last)) {
            return Optional.of("so_far");
        }
        LocalDate from = filter().from();
        LocalDate to = filter().to();
        return (from != null && from.isAfter(first)) || (to != null && to.isBefore(last))
                ? Optional.of("in_part")
                : Optional.empty();
    }

    /** Whether the question is about profit. */
    boolean isAboutProfit() {
        return query.measure() == Measure.PROFIT;
    }

    /** Stores the row of {@code select-known-cost.sql}. */
    void knownCost(@Nullable SqlRow sums) {
        SqlRow row = requireNonNull(sums);
        cost = new KnownCost(MetricRows.money(row, "revenue"), MetricRows.money(row, "costed_revenue"));
    }

    @Nullable
    KnownCost cost() {
        return cost;
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
        parameters.put("measure", query.measure().label());
        parameters.put("everyCustomer", sums == null);
        parameters.put("allCities", filter().cities().isEmpty());
        return parameters;
    }
}
