package org.salesetl.chart;

/**
 * How large a chart is drawn.
 *
 * @param width in CSS pixels, 200 to 2000
 * @param height in CSS pixels, 150 to 1500
 * @param scale device pixels for each CSS pixel, 1 or 2; 2 is the same layout, twice as sharp
 */
public record ChartSize(int width, int height, int scale) {

    /** 900 by 500, one device pixel for each CSS pixel. */
    public static final ChartSize DEFAULT = new ChartSize(900, 500, 1);

    /** @throws IllegalArgumentException naming the parameter, what it accepts and what came */
    public ChartSize {
        requireBetween("width", 200, 2000, width);
        requireBetween("height", 150, 1500, height);
        requireBetween("scale", 1, 2, scale);
    }

    private static void requireBetween(String parameter, int lowest, int highest, int actual) {
        if (actual < lowest || actual > highest) {
            throw new IllegalArgumentException("%s: expected a whole number from %d to %d but found %d"
                    .formatted(parameter, lowest, highest, actual));
        }
    }
}
