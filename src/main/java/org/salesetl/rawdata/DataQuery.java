package org.salesetl.rawdata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.web.WebRequest;

/**
 * Which rows of a table somebody wants to see.
 *
 * @param sort one of the table's columns
 * @param order {@code asc} or {@code desc}
 * @param search text that one of the text columns contains, whatever its case; null for all rows
 */
public record DataQuery(
        DataTable table,
        int limit,
        int offset,
        String sort,
        String order,
        @Nullable String search) {

    private static final int MOST_ROWS = 500;

    /**
     * What a request asks for; its path ends with the table's name, and the ending of a file if it is to be one.
     *
     * @throws org.salesetl.web.NotFoundException if there is no such table
     * @throws org.salesetl.web.BadRequestException if a parameter is not what it can be
     */
    public static DataQuery of(WebRequest request) {
        DataTable table = DataTable.named(request.lastSegment().replaceFirst("\\.(csv|xlsx)$", ""));
        String sort = request.oneOf("sort", table.columns());
        String order = request.oneOf("order", List.of("asc", "desc"));
        return new DataQuery(
                table,
                request.number("limit", MOST_ROWS, 1, MOST_ROWS),
                request.number("offset", 0, 0, Integer.MAX_VALUE),
                sort == null ? table.columns().get(0) : sort,
                order == null ? "asc" : order,
                request.one("q"));
    }

    /** The same rows, all of them. */
    DataQuery unlimited() {
        return new DataQuery(table, Integer.MAX_VALUE, 0, sort, order, search);
    }

    /** The parameters of the table's statements. */
    Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("pattern", search == null ? null : "%" + search.replaceAll("[\\\\%_]", "\\\\$0") + "%");
        parameters.put("limit", limit);
        parameters.put("offset", offset);
        return parameters;
    }

    /** The order of the rows: the column and direction are from our own lists; ties are broken by the key. */
    String orderBy() {
        return "ORDER BY " + sort + " " + order + ", " + table.columns().get(0) + "\nLIMIT :?limit OFFSET :?offset";
    }
}
