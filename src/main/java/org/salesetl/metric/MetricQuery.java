package org.salesetl.metric;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.WebRequest;

/** A question about a slice. */
public record MetricQuery(Metric metric, MetricFilter filter) {

    /**
     * The question that a request asks: its path ends with the metric's slug, and the ending of a file if it is to be one.
     *
     * @throws NotFoundException if there is no such metric
     */
    public static MetricQuery of(WebRequest request) {
        String slug = request.lastSegment().replaceFirst("\\.(png|csv|xlsx)$", "");
        Metric metric = Metric.withSlug(slug)
                .orElseThrow(() -> new NotFoundException("There is no metric " + slug + "; there are "
                        + Arrays.stream(Metric.values()).map(Metric::slug).collect(Collectors.joining(", "))));
        return new MetricQuery(metric, MetricFilter.of(request));
    }
}
