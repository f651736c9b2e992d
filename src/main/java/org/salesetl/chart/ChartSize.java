package org.salesetl.chart;

/**
 * The size of a chart.
 *
 * @param width in CSS pixels, 200 to 2000
 * @param height in CSS pixels, 150 to 1500
 * @param scale device pixels for each CSS pixel, 1 or 2; a chart with scale 2 has the same layout and is twice as sharp
 */
public record ChartSize(int width, int height, int scale) {

    static final int LEAST_WIDTH = 200;
    static final int MOST_WIDTH = 2000;
    static final int LEAST_HEIGHT = 150;
    static final int MOST_HEIGHT = 1500;
    static final int MOST_SCALE = 2;

    /** 900 by 500, one device pixel for each CSS pixel. */
    public static final ChartSize DEFAULT = new ChartSize(900, 500, 1);

    /** @throws IllegalArgumentException if a number is out of bounds; the message says what was expected and what was found */
    public ChartSize {
        requireBetween("width", LEAST_WIDTH, MOST_WIDTH, width);
        requireBetween("height", LEAST_HEIGHT, MOST_HEIGHT, height);
        requireBetween("scale", 1, MOST_SCALE, scale);
    }

    private static void requireBetween(String parameter, int lowest, int highest, int actual) {
        if (actual < lowest || actual > highest) {
            throw new IllegalArgumentException("%s: expected a whole number from %d to %d but found %d"
                    .formatted(parameter, lowest, highest, actual));
        }
    }
}
