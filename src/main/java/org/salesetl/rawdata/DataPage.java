package org.salesetl.rawdata;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesetl.vocabulary.Quantity;
import org.salesetl.web.DisplayFormats;
import org.salesetl.web.Page;
import org.salesetl.web.Paging;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Makes the page with the rows of a table. */
@Component
class DataPage {

    private static final List<Integer> LIMITS = List.of(50, 100, 500);

    private final DisplayFormats formats;

    DataPage(DisplayFormats formats) {
        this.formats = formats;
    }

    Page page(DataListing listing, DataQuery query, WebRequest request) {
        WebRequest firstPage = request.with("offset", null);
        Map<String, Object> model = new HashMap<>();
        model.put("query", query);
        model.put("tables", DataTable.values());
        model.put("columns", columns(listing, query, firstPage));
        model.put("chosen", query.columns().size() == query.table().columns().size() ? List.of() : query.columns());
        model.put("rows", rows(listing));
        model.put("limits", limits(query, firstPage));
        model.put(
                "paging",
                Paging.of(request, query.limit(), query.offset(), listing.rows().size(), listing.total()));
        model.put("everything", new WebRequest(request.path(), Map.of()).url());
        model.put("json", "/api" + request.url());
        model.put("csv", file(firstPage, "csv"));
        model.put("xlsx", file(firstPage, "xlsx"));
        return new Page("data", model);
    }

    private static List<Column> columns(DataListing listing, DataQuery query, WebRequest request) {
        return listing.columns().stream()
                .map(column -> Column.of(column, query, request))
                .toList();
    }

    private List<List<Cell>> rows(DataListing listing) {
        return IntStream.range(0, listing.rows().size())
                .mapToObj(row -> cells(listing, row))
                .toList();
    }

    private static List<Limit> limits(DataQuery query, WebRequest request) {
        return LIMITS.stream()
                .map(limit -> new Limit(
                        limit,
                        limit == query.limit(),
                        request.with("limit", limit).url()))
                .toList();
    }

    /** The URL of a file with all rows that match. */
    private static String file(WebRequest request, String ending) {
        String query = request.with("limit", null).query();
        return "/api" + UriUtils.encodePath(request.path(), StandardCharsets.UTF_8) + "." + ending
                + (query.isEmpty() ? "" : "?" + query);
    }

    private List<Cell> cells(DataListing listing, int row) {
        List<@Nullable Object> values = listing.rows().get(row);
        Integer fileId = listing.fileIds().get(row);
        return IntStream.range(0, values.size())
                .mapToObj(index -> cell(listing.columns().get(index), values.get(index), fileId))
                .toList();
    }

    /** A cell with its value in the notation of the pages. Keys have no thousands separators, because they are names, not amounts. */
    private Cell cell(String column, @Nullable Object value, @Nullable Integer fileId) {
        return new Cell(
                text(value),
                DataTable.isAmount(column),
                column.equals("line") && fileId != null ? "/files/" + fileId + "/lines/" + value : null);
    }

    private String text(@Nullable Object value) {
        if (value instanceof BigDecimal amount) {
            return formats.amount(amount);
        }
        return value instanceof Quantity quantity ? formats.count(quantity.units()) : formats.cell(value);
    }

    /**
     * A cell of the page.
     *
     * @param text the text of the value; empty if the table has no value
     * @param number whether the column holds amounts
     * @param url for the number of a line, the page with the record as it was dropped; null for all other cells
     */
    record Cell(String text, boolean number, @Nullable String url) {}

    /**
     * The head of a column.
     *
     * @param number whether the column holds amounts
     * @param sorted {@code ascending} or {@code descending}; null if the rows are not sorted by this column
     * @param url the page with the rows sorted by this column; in the opposite order if they are sorted by this column already
     * @param only the filter for this column; empty if there is none
     */
    record Column(String name, boolean number, @Nullable String sorted, String url, String only) {

        static Column of(String name, DataQuery query, WebRequest request) {
            boolean ascending = query.order().equals("asc");
            boolean current = query.sort().equals(name);
            return new Column(
                    name,
                    DataTable.isAmount(name),
                    current ? (ascending ? "ascending" : "descending") : null,
                    request.with("sort", name)
                            .with("order", current && ascending ? "desc" : "asc")
                            .url(),
                    query.filterOf(name));
        }
    }

    /**
     * A choice for the number of rows on a page.
     *
     * @param current whether the page has this number now
     * @param url the page with this number of rows
     */
    record Limit(int rows, boolean current, String url) {}
}
