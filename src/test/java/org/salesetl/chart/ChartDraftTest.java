package org.salesetl.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salesetl.chart.Results.money;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.salesetl.metric.Metric;
import org.salesetl.metric.MetricQuery;
import org.salesetl.metric.MetricResult;
import org.salesetl.slice.MetricFilter;

class ChartDraftTest {

    private static final MetricFilter PARIS = MetricFilter.NONE.with("city", List.of("Paris"));

    @Test
    void asksForAllBarsIfTheFilterChoosesSomeOfThem() {
        ChartDraft draft = new ChartDraft(new MetricQuery(Metric.TOP_CITIES, PARIS));

        assertThat(draft.questionWithOthers()).containsExactly(new MetricQuery(Metric.TOP_CITIES, MetricFilter.NONE));
        draft.answeredWithOthers(Results.of(Metric.TOP_CITIES, "Lyon", money("2.00"), "Paris", money("1.00")));

        assertThat(draft.question()).isEmpty();
        assertThat(draft.result().highlighted()).containsExactly("Paris");
        assertThat(draft.result().rows()).hasSize(2);
    }

    @Test
    void drawsAChosenBarAloneIfItIsNotAmongTheFirst() {
        MetricQuery lamps =
                new MetricQuery(Metric.CATEGORY_REVENUE, MetricFilter.NONE.with("category", List.of("Lamp")));
        ChartDraft draft = new ChartDraft(lamps);
        List<List<Object>> rows = IntStream.rangeClosed(0, NamedBars.MOST_BARS)
                .mapToObj(row -> List.<Object>of(row == NamedBars.MOST_BARS ? "Lamp" : "Desk " + row, money("2.00")))
                .toList();

        draft.answeredWithOthers(new MetricResult(Metric.CATEGORY_REVENUE, rows));

        assertThat(draft.question()).containsExactly(lamps);
    }

    @Test
    void asksOneQuestionIfTheFilterChoosesNoBar() {
        MetricQuery months = new MetricQuery(Metric.MONTHLY_REVENUE, PARIS);
        ChartDraft draft = new ChartDraft(months);

        assertThat(draft.questionWithOthers()).isEmpty();
        assertThat(draft.question()).containsExactly(months);
        draft.answered(Results.of(Metric.MONTHLY_REVENUE, "2025-01", money("1.00")));
        assertThat(draft.result().highlighted()).isEmpty();
    }

    @Test
    void neverChoosesAmongThePointsOfTheScatter() {
        MetricFilter pen = MetricFilter.NONE.with("product", List.of("P1"));

        assertThat(new ChartDraft(new MetricQuery(Metric.PRICE_VS_QUANTITY, pen)).questionWithOthers())
                .isEmpty();
    }
}
