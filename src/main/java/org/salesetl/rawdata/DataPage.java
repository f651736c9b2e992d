package org.salesetl.rawdata;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesetl.Quantity;
import org.salesetl.web.DisplayFormats;
import org.salesetl.web.Page;
import org.salesetl.web.Paging;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Lays out the rows of a table. */
@Component
class DataPage {

    private static final List<Integer> LIMITS = List.of(50, 100, 500);

    private final DisplayFormats formats;

    DataPage(DisplayFormats formats) {
        this.formats = formats;
    }

    Page page(DataListing listing, DataQuery query, WebRequest request) {
        WebRequest fromTheTop = request.with("offset", null);
        Map<String, Object> model = new HashMap<>();
        model.put("query", query);
        model.put("tables", DataTable.values());
        model.put("columns", columns(listing, query, fromTheTop));
        model.put("chosen", query.columns().size() == query.table().columns().size() ? List.of() : query.columns());
        model.put("rows", rows(listing));
        model.put("limits", limits(query, fromTheTop));
        model.put(
                "paging",
                Paging.of(request, query.limit(), query.offset(), listing.rows().size(), listing.total()));
        model.put("everything", new WebRequest(request.path(), Map.of(), null, null).url());
        model.put("json", "/api" + request.url());
        model.put("csv", file(fromTheTop, "csv"));
        model.put("xlsx", file(fromTheTop, "xlsx"));
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

    /** The way to all rows that match, as a file. */
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

    /** Keys are names, not amounts: they have no thousands separators. */
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
     * A value as it is shown.
     *
     * @param text empty where the table has no value
     * @param url where a line leads to: the record as it was dropped; null for every other cell
     */
    record Cell(String text, boolean number, @Nullable String url) {}

    /**
     * A column's head.
     *
     * @param sorted {@code ascending} or {@code descending}; null if the rows are not sorted by it
     * @param url sorts by it, or the other way round
     * @param only what is asked of it; empty if nothing is
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

    /** How many rows a page may have. */
    record Limit(int rows, boolean current, String url) {}
}
