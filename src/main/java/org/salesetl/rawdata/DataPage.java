package org.salesetl.rawdata;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
    private static final Set<String> NUMBERS = Set.of(
            "cost_price", "price", "unit_price", "revenue", "quantity", "line", "year", "quarter", "month", "day");

    private final DisplayFormats formats;

    DataPage(DisplayFormats formats) {
        this.formats = formats;
    }

    Page page(DataListing listing, DataQuery query, WebRequest request) {
        WebRequest fromTheTop = request.with("offset", null);
        return new Page(
                "data",
                Map.of(
                        "query",
                        query,
                        "tables",
                        DataTable.values(),
                        "columns",
                        listing.columns().stream()
                                .map(column -> Column.of(column, query, fromTheTop))
                                .toList(),
                        "rows",
                        IntStream.range(0, listing.rows().size())
                                .mapToObj(row -> cells(listing, row))
                                .toList(),
                        "limits",
                        LIMITS.stream()
                                .map(limit -> new Limit(
                                        limit,
                                        limit == query.limit(),
                                        fromTheTop.with("limit", limit).url()))
                                .toList(),
                        "paging",
                        Paging.of(
                                request,
                                query.limit(),
                                query.offset(),
                                listing.rows().size(),
                                listing.total()),
                        "everything",
                        new WebRequest(request.path(), Map.of(), null, null).url(),
                        "json",
                        "/api" + request.url(),
                        "csv",
                        file(fromTheTop, "csv"),
                        "xlsx",
                        file(fromTheTop, "xlsx")));
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
                value instanceof BigDecimal amount ? formats.price(amount) : formats.cell(value),
                NUMBERS.contains(column),
                column.equals("line") && fileId != null ? "/files/" + fileId + "/lines/" + value : null);
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
     */
    record Column(String name, boolean number, @Nullable String sorted, String url) {

        static Column of(String name, DataQuery query, WebRequest request) {
            boolean ascending = query.order().equals("asc");
            boolean current = query.sort().equals(name);
            return new Column(
                    name,
                    NUMBERS.contains(name),
                    current ? (ascending ? "ascending" : "descending") : null,
                    request.with("sort", name)
                            .with("order", current && ascending ? "desc" : "asc")
                            .url());
        }
    }

    /** How many rows a page may have. */
    record Limit(int rows, boolean current, String url) {}
}
