package org.salesetl.bench;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Whether a target was reached. */
enum Verdict {
    REACHED("reached"),
    MISSED("**missed**"),
    UNKNOWN("not measured");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    static Verdict of(boolean reached) {
        return reached ? REACHED : MISSED;
    }

    /** Unknown where there is nothing to compare with. */
    static Verdict atLeast(double limit, OptionalDouble ratio) {
        return ratio.isEmpty() ? UNKNOWN : of(ratio.getAsDouble() >= limit);
    }

    /** Unknown where there is nothing to compare with. */
    static Verdict below(double limit, OptionalDouble ratio) {
        return ratio.isEmpty() ? UNKNOWN : of(ratio.getAsDouble() < limit);
    }

    /** Of several that all have to be reached: one that was missed decides, then one that is not known. */
    static Verdict all(Verdict... verdicts) {
        List<Verdict> found = Arrays.asList(verdicts);
        return found.contains(MISSED) ? MISSED : found.contains(UNKNOWN) ? UNKNOWN : REACHED;
    }

    String label() {
        return label;
    }
}
