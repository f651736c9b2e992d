package org.salesetl.dashboard;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.ledger.RunEntry;
import org.salesetl.ledger.RunQuery;
import org.salesetl.ledger.UnsettledFile;
import org.salesetl.metric.Metric;
import org.salesetl.metric.MetricQuery;
import org.salesetl.metric.MetricResult;
import org.salesetl.quarantine.ReasonCount;
import org.salesetl.slice.MetricFilter;

/** Collects the data of the home page. */
final class HomeDraft {

    private final RunQuery lastLoadQuery;
    private final List<MetricResult> results = new ArrayList<>();
    private @Nullable Totals totals;
    private RunEntry.@Nullable Listing lastLoad;
    private List<UnsettledFile> unsettled = List.of();
    private List<ReasonCount> reasons = List.of();

    /** @param lastLoadQuery the question for the newest run that has claimed a file */
    HomeDraft(RunQuery lastLoadQuery) {
        this.lastLoadQuery = lastLoadQuery;
    }

    /** Stores the totals of the warehouse. */
    void summedUp(Totals sums) {
        totals = sums;
    }

    Totals totals() {
        return requireNonNull(totals);
    }

    RunQuery lastLoadQuery() {
        return lastLoadQuery;
    }

    /** Stores the newest run that has claimed a file. */
    void loaded(RunEntry.Listing listing) {
        lastLoad = listing;
    }

    RunEntry.Listing lastLoad() {
        return requireNonNull(lastLoad);
    }

    /** Stores the files that did not load. */
    void unsettled(List<UnsettledFile> files) {
        unsettled = files;
    }

    List<UnsettledFile> unsettled() {
        return unsettled;
    }

    /** Stores the reasons of the rows in the quarantine. */
    void counted(List<ReasonCount> counts) {
        reasons = counts;
    }

    List<ReasonCount> reasons() {
        return reasons;
    }

    /** The questions of the charts on the home page. */
    List<MetricQuery> questions() {
        return List.of(
                new MetricQuery(Metric.MONTHLY_REVENUE, MetricFilter.NONE),
                new MetricQuery(Metric.TOP_CITIES, MetricFilter.NONE));
    }

    /** Stores the answer to the next question. */
    void answered(MetricResult result) {
        results.add(result);
    }

    /** The answers to the questions. */
    List<MetricResult> results() {
        return results;
    }
}
