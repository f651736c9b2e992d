package org.salesetl.chart;

/**
 * The range of an axis that contains zero, with grid lines at steps of one, two or five times a power of ten.
 *
 * @param lower zero, or a little less than the smallest negative value
 * @param upper zero, or a little more than the largest positive value
 * @param step the distance between two grid lines
 */
record Scale(double lower, double upper, double step) {

    /**
     * The scale for values from {@code smallest} to {@code largest}.
     *
     * @param pixels the length of the axis
     * @param pixelsPerStep the smallest distance between two grid lines
     * @param headroom the pixels for labels between the largest value and the end of the axis, and between a negative smallest value and
     *     the start of the axis
     */
    static Scale covering(
            double smallest, double largest, double pixels, double pixelsPerStep, double headroom, boolean whole) {
        double bottom = Math.min(0, smallest);
        double top = Math.max(0, largest);
        if (top - bottom <= 0) {
            top = 1;
        }
        double step = step((top - bottom) * pixelsPerStep / pixels, whole);
        double room = (top - bottom) * headroom / Math.max(pixels - headroom, headroom);
        return new Scale(bottom < 0 ? bottom - room : 0, top > 0 ? top + room : 0, step);
    }

    /** The smallest step of one, two or five times a power of ten that is at least this large. */
    static double step(double atLeast, boolean whole) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        double step = 10 * power;
        for (int factor : new int[] {5, 2, 1}) {
            if (factor * power >= atLeast * 0.999) {
                step = factor * power;
            }
        }
        return whole ? Math.max(1, Math.round(step)) : step;
    }
}
