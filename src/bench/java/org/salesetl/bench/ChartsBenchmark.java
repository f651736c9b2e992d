package org.salesetl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The ten charts: drawn by the service, drawn by matplotlib, and not drawn because nothing has changed. */
final class ChartsBenchmark {

    private static final int WARM_UPS = 10;
    private static final int DRAWINGS = 7;
    private static final int REPETITIONS = 20;
    private static final int SHORTEST_DRAWING_MICROS = 100;

    private final Bench bench;
    private final Dataset data;

    ChartsBenchmark(Bench bench) throws IOException, InterruptedException {
        this.bench = bench;
        this.data = bench.datasets().sales(bench.options().sales());
    }

    /** @param usual a warehouse with the usual sales */
    void run(Warehouse usual) throws IOException, InterruptedException, SQLException {
        bench.say("charts");
        List<Chart> charts = new ArrayList<>();
        try (Service service = bench.start(usual)) {
            for (String slug : Api.METRICS) {
                charts.add(measure(service.api(), slug));
            }
        }
        report(charts, bench.python().draws() ? peer() : null);
    }

    private Chart measure(Api api, String slug) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UPS; i++) {
            api.secondsToGet(200, drawing(slug, i));
        }
        Timings whole = new Timings();
        for (int i = WARM_UPS; i < WARM_UPS + DRAWINGS; i++) {
            whole.add(api.secondsToGet(200, drawing(slug, i)));
        }
        double metric = MetricsBenchmark.again(api, MetricsBenchmark.path(slug, Slice.WHOLE))
                .median();

        Timings unchanged = new Timings();
        String path = "/charts/" + slug + ".png";
        HttpResponse<byte[]> answer = api.get(path);
        String tag = answer.headers().firstValue("ETag").orElse("");
        boolean answers304 = !tag.isEmpty();
        for (int i = 0; i < REPETITIONS && answers304; i++) {
            answers304 = api.get(path, "If-None-Match", tag).statusCode() == 304;
            if (answers304) {
                unchanged.add(api.secondsToGet(304, path, "If-None-Match", tag));
            }
        }
        return new Chart(
                slug,
                Math.max(SHORTEST_DRAWING_MICROS / 1e6, whole.median() - metric),
                whole.median(),
                answers304,
                unchanged);
    }

    /** The same chart, each time a pixel higher: nothing that was drawn before can be given again. */
    private static String drawing(String slug, int extraHeight) {
        return "/charts/" + slug + ".png?width=1000&height=" + (600 + extraHeight);
    }

    /** The peer's drawing times. */
    private JsonNode peer() throws IOException, InterruptedException, SQLException {
        bench.server().recreate("peer");
        bench.python().load(data.folder(), bench.server().pythonUrl("peer"));
        bench.server().settle();
        JsonNode answer = bench.python().charts(bench.server().pythonUrl("peer"), bench.scratch("peer-charts"));
        bench.server().drop("peer");
        return answer.path("each");
    }

    private void report(List<Chart> charts, @Nullable JsonNode peer) {
        double drawing = charts.stream().mapToDouble(Chart::drawing).sum();
        OptionalDouble peerDrawing = peer == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(charts.stream()
                        .mapToDouble(chart -> peerSeconds(peer, chart))
                        .sum());
        OptionalDouble ratio = Contestant.ratio(peerDrawing, OptionalDouble.of(drawing));
        boolean all304 = charts.stream().allMatch(Chart::answers304);
        Timings unchanged = new Timings();
        charts.forEach(chart -> chart.unchanged().medianIfAny().ifPresent(unchanged::add));
        bench.report()
                .line(
                        Target.CHARTS,
                        Verdict.all(Verdict.atLeast(10, ratio), Verdict.of(all304)),
                        "drawing " + Figures.ratio(ratio) + " faster: " + Figures.seconds(drawing) + " for all ten"
                                + (peerDrawing.isPresent()
                                        ? ", matplotlib " + Figures.seconds(peerDrawing.getAsDouble())
                                        : "")
                                + "; unchanged ones answer "
                                + (all304 ? "304 in " + Figures.seconds(unchanged.median()) : "not always 304"));
        bench.report()
                .details(
                        "The ten charts, 1000 by 600, at "
                                + Figures.count(bench.options().sales()) + " sales",
                        List.of("chart", "drawing", "with its metric", "matplotlib, drawing", "faster", "304"),
                        charts.stream().map(chart -> row(chart, peer)).toList());
    }

    private static List<String> row(Chart chart, @Nullable JsonNode peer) {
        return List.of(
                chart.slug(),
                Figures.seconds(chart.drawing()),
                Figures.seconds(chart.whole()),
                peer == null ? "–" : Figures.seconds(peerSeconds(peer, chart)),
                peer == null ? "–" : Figures.ratio(peerSeconds(peer, chart) / chart.drawing()),
                chart.answers304() ? Figures.seconds(chart.unchanged().median()) : "no");
    }

    private static double peerSeconds(JsonNode peer, Chart chart) {
        return peer.path(chart.slug()).path("draw_ms").asDouble() / 1000;
    }

    /**
     * A chart's times.
     *
     * @param drawing what is left of the whole without the metric
     * @param whole a drawing that has not been asked for before
     * @param unchanged answers to whoever has the chart already
     */
    private record Chart(String slug, double drawing, double whole, boolean answers304, Timings unchanged) {}
}
