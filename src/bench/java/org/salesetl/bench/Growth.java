package org.salesetl.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A table of the report with a line for each thing and a column for each size, complete as far as it has been measured. */
final class Growth {

    private final Bench bench;
    private final String title;
    private final List<String> columns = new ArrayList<>();
    private final Map<String, Map<String, String>> lines = new LinkedHashMap<>();

    Growth(Bench bench, String title) {
        this.bench = bench;
        this.title = title;
    }

    /** Begins a new column. */
    void column(String name) {
        columns.add(name);
        bench.say("—— " + name);
    }

    /** Enters a figure in the last column. */
    void add(String what, String figure) {
        String column = columns.get(columns.size() - 1);
        lines.computeIfAbsent(what, absent -> new LinkedHashMap<>()).put(column, figure);
        bench.say(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + what + ": " + figure);
        bench.report()
                .details(
                        title,
                        Stream.concat(Stream.of("what"), columns.stream()).toList(),
                        lines.entrySet().stream()
                                .map(line -> Stream.concat(
                                                Stream.of(line.getKey()),
                                                columns.stream().map(name -> line.getValue().getOrDefault(name, "")))
                                        .toList())
                                .toList());
    }
}
