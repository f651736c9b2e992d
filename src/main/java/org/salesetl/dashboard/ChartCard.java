package org.salesetl.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart as a page shows it.
 *
 * @param slug the slug of the metric
 * @param title the question
 * @param finding the answer in a sentence, which is also the text of the image for readers who do not see it
 * @param note what a reader needs to know of the measure; null if nothing
 * @param columns the columns, with their names in words
 * @param rows the first rows behind the chart
 * @param total the number of all rows
 * @param query the filters as a query string; empty if there are none
 * @param compare what the chart asks for beside the filters to show the year before; empty if it does not
 * @param partial the periods that are not whole, each with words for that, as in {@code 2025-03:so_far}; null if all are whole
 * @param grains the choices for the length of the periods; empty if the metric is not over time
 */
record ChartCard(
        String slug,
        String title,
        String finding,
        @Nullable String note,
        List<Column> columns,
        List<Row> rows,
        int total,
        String query,
        String compare,
        @Nullable String partial,
        List<Choice> grains) {

    /**
     * A column of the rows.
     *
     * @param number whether the column holds numbers, which are aligned at the right
     */
    record Column(String name, boolean number) {}

    /**
     * A row behind the chart.
     *
     * @param values the values in the order of the columns
     * @param sales the page with the sales behind the row
     * @param charts the page with the charts of this customer, product, city, category or period alone; null if there is no such filter
     * @param profile the page about this product or customer; null for other rows
     */
    record Row(
            List<Object> values,
            String sales,
            @Nullable String charts,
            @Nullable String profile) {}

    /** The URL of the image in this size. */
    public String image(int width, int height, int scale) {
        return "/charts/" + slug + ".png?width=" + width + "&height=" + height + (scale == 1 ? "" : "&scale=" + scale)
                + (query.isEmpty() ? "" : "&" + query)
                + (compare.isEmpty() ? "" : "&" + compare);
    }

    /** The URL of the answer that the chart draws. */
    public String drawn() {
        return compare.isEmpty() ? json() : json() + "&" + compare;
    }

    /** The URL of the answer in JSON. */
    public String json() {
        return answer("");
    }

    /** The URL of the answer as CSV. */
    public String csv() {
        return answer(".csv");
    }

    /** The URL of the answer as a workbook. */
    public String xlsx() {
        return answer(".xlsx");
    }

    private String answer(String ending) {
        return "/api/metrics/" + slug + ending + (query.isEmpty() ? "" : "?" + query);
    }
}
