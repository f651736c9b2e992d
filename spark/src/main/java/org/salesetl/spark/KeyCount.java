package org.salesetl.spark;

import java.io.Serializable;

/**
 * How often a range, or all ranges before it, have a key.
 *
 * @param range the number of the range
 * @param key the key; empty where it is known
 */
record KeyCount(int range, String key, int count) implements Serializable {

    private static final long serialVersionUID = 1;
}
