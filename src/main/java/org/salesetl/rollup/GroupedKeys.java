package org.salesetl.rollup;

import java.util.Arrays;

/** Numbers by key, for keys from a database, which count from 1, or are below zero as those of {@link Places}. */
public final class GroupedKeys {

    /** The number of each key, by the zigzag of the key; 0 for none. */
    private int[] numbers = new int[1024];

    /** Stores a number, which is not zero. */
    public void put(int key, int number) {
        int at = place(key);
        if (at >= numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(at + 1, numbers.length * 2));
        }
        numbers[at] = number;
    }

    /** The number of a key; 0 for none. */
    int get(int key) {
        int at = place(key);
        return at < numbers.length ? numbers[at] : 0;
    }

    /** The numbers of all keys, by the zigzag of the key; 0 for none. */
    public int[] numbers() {
        return numbers.clone();
    }

    private static int place(int key) {
        return (int) PackLayout.zigzag(key);
    }
}
