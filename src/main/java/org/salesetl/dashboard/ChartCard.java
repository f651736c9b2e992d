package org.salesetl.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart as a page shows it.
 *
 * @param slug the slug of the metric
 * @param title the question
 * @param subtitle what the chart measures, and in which unit; empty if there is nothing to show
 * @param finding the answer in a sentence, which is also the text of the image for readers who do not see it
 * @param note what a reader needs to know of the measure; null if nothing
 * @param columns the columns, with their names in words
 * @param rows the first rows behind the chart
 * @param total the number of all rows
 * @param query the filters as a query string; empty if there are none
 * @param chosen the bars that the filters choose, and the query that shows the others too; null if the filters choose no bars
 * @param compare what the chart asks for beside the filters to show the year before; empty if it does not
 * @param partial the periods that are not whole, each with words for that, as in {@code 2025-03:so_far}; null if all are whole
 * @param until the last period that the chart goes on to; null if the rows tell it
 * @param grains the choices for the length of the periods; empty if the metric is not over time
 */
record ChartCard(
        String slug,
        String title,
        String subtitle,
        String finding,
        @Nullable String note,
        List<Column> columns,
        List<Row> rows,
        int total,
        String query,
        @Nullable Chosen chosen,
        String compare,
        @Nullable String partial,
        @Nullable String until,
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

    /**
     * Bars that the filters choose.
     *
     * @param query the filters as a query string without those that choose
     * @param keys the keys of the bars as a query string, as in {@code key=Paris&key=Lyon}
     */
    record Chosen(String query, String keys) {}

    /** The URL of the image in this size. */
    public String image(int width, int height, int scale) {
        return "/charts/" + slug + ".png?width=" + width + "&height=" + height + (scale == 1 ? "" : "&scale=" + scale)
                + (query.isEmpty() ? "" : "&" + query)
                + (compare.isEmpty() ? "" : "&" + compare);
    }

    /** The URL of the answer that the chart draws. If the filters choose some of its bars, the answer has the others too. */
    public String drawn() {
        return chosen == null ? alone() : compared(answer("", chosen.query()));
    }

    /** The URL of the answer with the chosen bars alone. */
    public String alone() {
        return compared(json());
    }

    private String compared(String url) {
        return compare.isEmpty() ? url : url + "&" + compare;
    }

    /** The URL of the answer in JSON. */
    public String json() {
        return answer("", query);
    }

    /** The URL of the answer as CSV. */
    public String csv() {
        return answer(".csv", query);
    }

    /** The URL of the answer as a workbook. */
    public String xlsx() {
        return answer(".xlsx", query);
    }

    private String answer(String ending, String asked) {
        return "/api/metrics/" + slug + ending + (asked.isEmpty() ? "" : "?" + asked);
    }
}
