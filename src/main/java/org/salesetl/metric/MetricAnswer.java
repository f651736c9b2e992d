package org.salesetl.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.cache.WarehouseVersion;
import org.salesetl.slice.MetricFilter;
import org.salesetl.web.Words;

/**
 * The answer to a question, as JSON.
 *
 * @param metric the slug of the metric
 * @param title the question
 * @param measure the measure that the request chose; absent if it chose none
 * @param cost for what part of the revenue the cost is known; absent unless the answer is by profit
 * @param before the values of the year before; absent if the request did not ask for them
 * @param columns the names of the columns
 * @param rows the values, in the order of the columns
 * @param filters the filters that the request named
 * @param asOf when the last file was loaded; null if no file has been loaded
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MetricAnswer(
        String metric,
        String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Measure measure,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable KnownCost cost,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable YearBefore before,
        List<String> columns,
        List<List<Object>> rows,
        Map<String, Object> filters,
        @Nullable Instant asOf) {

    static MetricAnswer of(MetricResult result, MetricFilter filter, WarehouseVersion version, Words words) {
        return new MetricAnswer(
                result.metric().slug(),
                result.title(words),
                result.chosen(),
                result.cost(),
                result.before(),
                result.columns(),
                result.rows(),
                filter.toJson(),
                version.loadedAt());
    }
}
