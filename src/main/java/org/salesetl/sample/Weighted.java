package org.salesetl.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Draws random items from a list. Items with a larger weight are more likely. */
final class Weighted<T> {

    private final List<T> items;
    private final double[] cumulative;

    /** At least one weight must be positive; none may be negative. */
    Weighted(List<T> items, ToDoubleFunction<T> weight) {
        this.items = List.copyOf(items);
        this.cumulative = new double[items.size()];
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += weight.applyAsDouble(items.get(i));
            cumulative[i] = sum;
        }
        if (sum <= 0) {
            throw new IllegalArgumentException(
                    "Expected a positive weight among " + items.size() + " items, found none");
        }
    }

    T draw(Random random) {
        double point = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, point);
        // a point on a boundary belongs to the next item, so that an item with weight zero is never drawn
        int index = found < 0 ? -found - 1 : found + 1;
        while (index > 0 && cumulative[index] == cumulative[index - 1]) {
            index++;
        }
        return items.get(index);
    }
}
