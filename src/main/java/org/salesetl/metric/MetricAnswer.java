package org.salesetl.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.cache.WarehouseVersion;
import org.salesetl.slice.MetricFilter;

/**
 * The answer to a question, as JSON.
 *
 * @param metric the slug of the metric
 * @param title the question
 * @param columns the names of the columns
 * @param rows the values, in the order of the columns
 * @param filters the filters that the request named
 * @param asOf when the last file was loaded; null if no file has been loaded
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MetricAnswer(
        String metric,
        String title,
        List<String> columns,
        List<List<Object>> rows,
        Map<String, Object> filters,
        @Nullable Instant asOf) {

    static MetricAnswer of(MetricResult result, MetricFilter filter, WarehouseVersion version) {
        Metric metric = result.metric();
        return new MetricAnswer(
                metric.slug(), metric.title(), result.columns(), result.rows(), filter.toJson(), version.loadedAt());
    }
}
