package org.salesetl.dashboard;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.chart.SliceTotals;
import org.salesetl.metric.KeyFigureQuery;
import org.salesetl.metric.KeyFigures;
import org.salesetl.metric.MetricQuery;
import org.salesetl.metric.MetricResult;
import org.salesetl.slice.MetricFilter;

/** Collects the data of a page about a slice. */
abstract class SliceDraft {

    private final FilterReading reading;
    private final List<KeyFigures> keyFigures = new ArrayList<>();
    private final List<MetricResult> results = new ArrayList<>();
    private @Nullable FilterChoices choices;

    SliceDraft(FilterReading reading) {
        this.reading = reading;
    }

    final FilterReading reading() {
        return reading;
    }

    /** The slice. */
    final MetricFilter filter() {
        return reading.filter();
    }

    /** The HTTP status of the page. */
    final int status() {
        return reading.status();
    }

    /** Stores the choices for filters. */
    final void offered(FilterChoices offer) {
        choices = offer;
    }

    final FilterChoices choices() {
        return requireNonNull(choices);
    }

    /** The chosen period, and the periods that it is compared with. */
    final List<Period> periods() {
        return Period.of(filter(), choices().dates(), reading.words());
    }

    /** The question for the key figures of each period. */
    final List<KeyFigureQuery> keyFigureQuestions() {
        return periods().stream()
                .map(period -> new KeyFigureQuery(period.filter(), reading.by()))
                .toList();
    }

    /** Stores the key figures of the next period. */
    final void measured(KeyFigures figures) {
        keyFigures.add(figures);
    }

    final List<KeyFigures> keyFigures() {
        return keyFigures;
    }

    /** The totals of the slice. */
    final SliceTotals totals() {
        KeyFigures chosen = keyFigures.get(0);
        return new SliceTotals(chosen.revenue(), chosen.units().units(), BigDecimal.valueOf(chosen.orders()));
    }

    /** The questions that the charts of the page answer. */
    abstract List<MetricQuery> questions();

    /** Stores the answer to the next question. */
    final void answered(MetricResult result) {
        results.add(result);
    }

    /** The answers to the questions. */
    final List<MetricResult> results() {
        return results;
    }
}
