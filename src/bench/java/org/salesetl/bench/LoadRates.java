package org.salesetl.bench;

import java.util.OptionalDouble;

/**
 * What loads at the usual size came to, in sales a second.
 *
 * @param floor the floor's rate; empty without Python
 * @param empty the service's, into an empty warehouse
 * @param onTop the service's, on top of as many
 */
record LoadRates(OptionalDouble floor, OptionalDouble empty, OptionalDouble onTop) {

    /** Nothing has been measured. */
    static final LoadRates UNKNOWN =
            new LoadRates(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
}
