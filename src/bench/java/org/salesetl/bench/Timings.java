package org.salesetl.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/** How long the same took several times, in seconds. */
final class Timings {

    private final List<Double> seconds = new ArrayList<>();

    Timings() {}

    Timings(Collection<Double> seconds) {
        this.seconds.addAll(seconds);
    }

    void add(double value) {
        seconds.add(value);
    }

    void addAll(Timings others) {
        seconds.addAll(others.seconds);
    }

    boolean isEmpty() {
        return seconds.isEmpty();
    }

    int count() {
        return seconds.size();
    }

    double median() {
        return quantile(0.5);
    }

    /** Empty if nothing was measured. */
    OptionalDouble medianIfAny() {
        return isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(median());
    }

    /** Between two of the measured values, by their distance. */
    double quantile(double share) {
        if (seconds.isEmpty()) {
            throw new IllegalStateException("Nothing was measured");
        }
        List<Double> sorted = seconds.stream().sorted().toList();
        double place = share * (sorted.size() - 1);
        double below = sorted.get((int) Math.floor(place));
        double above = sorted.get((int) Math.ceil(place));
        return below + (above - below) * (place - Math.floor(place));
    }

    /** The median and, of more than one, the least and the most. */
    @Override
    public String toString() {
        if (seconds.isEmpty()) {
            return "–";
        }
        String median = Figures.seconds(median());
        return seconds.size() == 1
                ? median
                : median + " (" + Figures.seconds(quantile(0)) + " to " + Figures.seconds(quantile(1)) + ")";
    }
}
