package org.salesetl.bench;

import java.util.HashMap;
import java.util.Map;

/** How long the service took for the answers to the ten questions: never asked before, and asked again. */
final class MetricTimes {

    private final Map<String, Timings> first = new HashMap<>();
    private final Map<String, Timings> again = new HashMap<>();

    /** Of an answer that the service had not given since it was started. */
    Timings first(String slug, Slice slice) {
        return first.computeIfAbsent(slug + slice.query(), absent -> new Timings());
    }

    /** Of an answer that it had just given. */
    Timings again(String slug, Slice slice) {
        return again.computeIfAbsent(slug + slice.query(), absent -> new Timings());
    }

    /** The medians of all ten together. */
    double sumOfFirst(Slice slice) {
        return Api.METRICS.stream()
                .mapToDouble(slug -> first(slug, slice).median())
                .sum();
    }
}
