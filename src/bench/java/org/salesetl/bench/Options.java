package org.salesetl.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * What to measure; every value is a system property {@code bench.*}, and the profile {@code bench} in the pom has the
 * defaults.
 *
 * @param sales how many sales the usual files hold
 * @param large how many sales the large file holds; 0 leaves out what needs it
 * @param files how many small files there are
 * @param year how many files the ledger has after a year
 * @param hundred how many files as large as the large one go into one warehouse
 * @param most no such file is begun later than this after the first
 * @param pool the server's buffer pool, in bytes; at most half of the machine's memory is taken
 * @param rounds how often loads, starts and first answers are repeated; their medians are reported
 * @param heap the service's largest heap, as for {@code -Xmx}
 * @param pause how long a client waits after an answer before it asks again
 * @param parts what to measure
 * @param scripts where {@code make_sales.py} and {@code pandas_peer.py} are looked for
 * @param jar the packaged service
 * @param home where everything is written
 */
record Options(
        int sales,
        int large,
        int files,
        int year,
        int hundred,
        Duration most,
        long pool,
        int rounds,
        String heap,
        Duration pause,
        Set<Part> parts,
        Path scripts,
        Path jar,
        Path home) {

    static Options fromSystemProperties() {
        return new Options(
                Integer.parseInt(property("sales")),
                Integer.parseInt(property("large")),
                Integer.parseInt(property("files")),
                Integer.parseInt(property("year")),
                Integer.parseInt(property("hundred")),
                DurationStyle.detectAndParse(property("most")),
                DataSize.parse(property("pool")).toBytes(),
                Integer.parseInt(property("rounds")),
                property("heap"),
                DurationStyle.detectAndParse(property("pause")),
                parts(property("only")),
                Path.of(property("scripts")).toAbsolutePath().normalize(),
                Path.of(property("jar")).toAbsolutePath(),
                Path.of(property("home")).toAbsolutePath());
    }

    boolean wants(Part part) {
        return parts.contains(part) && (part != Part.LARGE || large > 0);
    }

    private static Set<Part> parts(String list) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        Arrays.stream(list.split(",", -1))
                .map(name -> Part.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                .forEach(parts::add);
        return parts;
    }

    private static String property(String name) {
        String value = System.getProperty("bench." + name);
        if (value == null) {
            throw new IllegalArgumentException("Expected the system property bench." + name + " but found none");
        }
        return value;
    }
}
