package org.salesetl.bench;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as the report shows them. */
final class Figures {

    private Figures() {}

    static String count(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    static String rate(double perSecond) {
        return count(perSecond) + "/s";
    }

    /** Three digits that tell something, in seconds or milliseconds. */
    static String seconds(double seconds) {
        if (seconds < 0.01) {
            return String.format(Locale.ROOT, "%.2f ms", 1000 * seconds);
        }
        if (seconds < 1) {
            return String.format(Locale.ROOT, "%.0f ms", 1000 * seconds);
        }
        return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f ×" : "%,.0f ×", ratio);
    }

    static String ratio(OptionalDouble ratio) {
        return ratio.isPresent() ? ratio(ratio.getAsDouble()) : "? ×";
    }

    static String load(double average) {
        return String.format(Locale.ROOT, "%.1f", average);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    static String mebibytes(long bytes) {
        return count(bytes / (double) (1 << 20)) + " MiB";
    }
}
