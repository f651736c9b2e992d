package org.salesetl.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart as a page shows it.
 *
 * @param slug names the metric
 * @param title the question
 * @param finding the answer in a sentence, which is also what the image is called for those who do not see it
 * @param columns the names of the columns, in words
 * @param rows the first rows behind the chart
 * @param total how many rows there are in all
 * @param query what is asked for, as a query string; empty if nothing is
 * @param grains how finely time can be told; empty where there is no time
 */
record ChartCard(
        String slug,
        String title,
        String finding,
        List<Column> columns,
        List<Row> rows,
        int total,
        String query,
        List<Choice> grains) {

    /**
     * A column of the rows.
     *
     * @param number whether it holds numbers, which stand under each other at the right
     */
    record Column(String name, boolean number) {}

    /**
     * A row behind the chart.
     *
     * @param values in the order of the columns
     * @param sales the page of the sales behind it
     * @param charts the page of the charts of this alone; null where nothing can be filtered by it
     * @param profile the page about this product or customer; null where it is about neither
     */
    record Row(
            List<Object> values,
            String sales,
            @Nullable String charts,
            @Nullable String profile) {}

    /** The URL of the image in this size. */
    public String image(int width, int height, int scale) {
        return "/charts/" + slug + ".png?width=" + width + "&height=" + height + (scale == 1 ? "" : "&scale=" + scale)
                + (query.isEmpty() ? "" : "&" + query);
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
