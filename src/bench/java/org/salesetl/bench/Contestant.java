package org.salesetl.bench;

import java.util.List;
import java.util.OptionalDouble;

/** Somebody who loads the same sales, several times. */
final class Contestant {

    private final String name;
    private final Timings seconds = new Timings();
    private long sales;

    Contestant(String name) {
        this.name = name;
    }

    void add(long loadedSales, double took) {
        sales = loadedSales;
        seconds.add(took);
    }

    Timings seconds() {
        return seconds;
    }

    /** Sales a second, by the median; empty if this was left out. */
    OptionalDouble rate() {
        return seconds.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sales / seconds.median());
    }

    /** How many times one's rate is the other's; empty if one was left out. */
    static OptionalDouble faster(Contestant one, Contestant other) {
        return ratio(one.rate(), other.rate());
    }

    static OptionalDouble ratio(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(one.getAsDouble() / other.getAsDouble())
                : OptionalDouble.empty();
    }

    String figures() {
        return seconds.isEmpty() ? "–" : Figures.rate(rate().getAsDouble()) + ", " + seconds;
    }

    List<String> row() {
        return List.of(name, seconds.isEmpty() ? "left out" : Figures.count(rate().getAsDouble()), seconds.toString());
    }
}
