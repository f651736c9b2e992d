package org.salesetl.rawdata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlParameters;
import org.salesetl.SqlPattern;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.WebRequest;

/**
 * Which rows of a table somebody wants to see.
 *
 * @param columns those that are shown, in the table's order
 * @param sort one of the table's columns
 * @param order {@code asc} or {@code desc}
 * @param search text that one of the text columns contains, whatever its case; null for all rows
 * @param filters what the values of columns must be; all of them
 */
public record DataQuery(
        DataTable table,
        List<String> columns,
        int limit,
        int offset,
        String sort,
        String order,
        @Nullable String search,
        List<ColumnFilter> filters)
        implements SqlParameters {

    private static final int MOST_ROWS = 500;

    /** More rows than these are not looked through one by one: it would take seconds, and all of them the server's time. */
    private static final long MOST_LOOKED_THROUGH = 1_000_000;

    /**
     * What a request asks for; its path ends with the table's name, and the ending of a file if it is to be one.
     *
     * @throws org.salesetl.web.NotFoundException if there is no such table
     * @throws BadRequestException if a parameter is not what it can be
     */
    public static DataQuery of(WebRequest request) {
        DataTable table = DataTable.named(request.lastSegment().replaceFirst("\\.(csv|xlsx)$", ""));
        String sort = request.oneOf("sort", table.columns());
        String order = request.oneOf("order", List.of("asc", "desc"));
        return new DataQuery(
                table,
                columns(table, request.all("column")),
                request.number("limit", MOST_ROWS, 1, MOST_ROWS),
                request.number("offset", 0, 0, Integer.MAX_VALUE),
                sort == null ? table.columns().get(0) : sort,
                order == null ? "asc" : order,
                request.one("q"),
                table.columns().stream()
                        .filter(column -> request.one(column) != null)
                        .map(column -> ColumnFilter.of(table, column, String.valueOf(request.one(column))))
                        .toList());
    }

    private static List<String> columns(DataTable table, List<String> wanted) {
        for (String column : wanted) {
            if (!table.columns().contains(column)) {
                throw new BadRequestException("column", "one of " + String.join(", ", table.columns()), column);
            }
        }
        return wanted.isEmpty()
                ? table.columns()
                : table.columns().stream().filter(wanted::contains).toList();
    }

    /** The same rows, all of them. */
    DataQuery unlimited() {
        return new DataQuery(table, columns, Integer.MAX_VALUE, 0, sort, order, search, filters);
    }

    /** Whether every row of the table is meant. */
    public boolean isWhole() {
        return search == null && filters.isEmpty();
    }

    /** What is asked of a column; empty if nothing is. */
    public String filterOf(String column) {
        return filters.stream()
                .filter(filter -> filter.column().equals(column))
                .map(ColumnFilter::text)
                .findFirst()
                .orElse("");
    }

    /** Whether rows have to be looked through one by one, and the table has too many for that. */
    boolean needsIndex(long rowsInTable) {
        return rowsInTable > MOST_LOOKED_THROUGH
                && (search != null || !table.isIndexed(sort) || filters.stream().anyMatch(filter -> !filter.narrow()));
    }

    /** The rows that an index finds, among which the others have to be looked through. */
    DataQuery narrowed() {
        return new DataQuery(
                table,
                columns,
                limit,
                offset,
                sort,
                order,
                null,
                filters.stream().filter(ColumnFilter::narrow).toList());
    }

    /**
     * Refuses to look through more rows than can be.
     *
     * @param rows how many an index leaves
     * @throws BadRequestException if they are too many
     */
    void checkLookedThrough(long rows) {
        if (rows > MOST_LOOKED_THROUGH) {
            String parameter = search != null ? "q" : table.isIndexed(sort) ? notNarrow() : "sort";
            throw new BadRequestException(
                    parameter,
                    "at most " + MOST_LOOKED_THROUGH + " rows to look through; filter first by one of "
                            + String.join(", ", table.indexed()) + ", which have an index",
                    rows + " rows");
        }
    }

    private String notNarrow() {
        return filters.stream()
                .filter(filter -> !filter.narrow())
                .map(ColumnFilter::column)
                .collect(Collectors.joining(", "));
    }

    /** The parameters of the table's statements. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("pattern", search == null ? null : "%" + SqlPattern.literal(search) + "%");
        parameters.put("limit", limit);
        parameters.put("offset", offset);
        filters.forEach(filter -> parameters.putAll(filter.parameters()));
        return parameters;
    }

    /** Which rows: the names of columns are from our own lists, values are parameters. */
    String where() {
        return filters.isEmpty()
                ? ""
                : filters.stream().map(ColumnFilter::sql).collect(Collectors.joining(" AND ", "\nWHERE ", ""));
    }

    /** The surrogate key of the table's rows. */
    String key() {
        return table.columns().get(0);
    }

    /** Whether rows are skipped of which an index has the order and nothing else is asked. */
    boolean skipsByIndex() {
        return offset > 0 && isWhole() && table.isIndexed(sort);
    }

    /**
     * The order of the rows: the column and direction are from our own lists. Ties are broken by the key, the same way round,
     * as only so an index has them.
     */
    String orderBy() {
        return "ORDER BY " + sort + " " + order + ", " + key() + " " + order;
    }

    /** Which of the rows in that order. */
    String limitClause() {
        return "LIMIT :?limit OFFSET :?offset";
    }
}
