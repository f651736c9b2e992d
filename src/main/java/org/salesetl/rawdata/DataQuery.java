package org.salesetl.rawdata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlPattern;
import org.salesetl.sql.SqlParameters;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.Input;
import org.salesetl.web.Parameter;
import org.salesetl.web.WebRequest;

/**
 * A question for some rows of a table.
 *
 * @param columns the columns in the answer, in the order of the table
 * @param limit the largest number of rows in the answer
 * @param offset how many rows to skip
 * @param sort the column by which the rows are sorted
 * @param order {@code asc} or {@code desc}
 * @param search a text that one of the text columns contains, in upper or lower case; null for all rows
 * @param masked whether nobody may see e-mail addresses; then no search and no filter finds one either
 * @param filters the filters for columns; a row has to match all of them
 */
public record DataQuery(
        DataTable table,
        List<String> columns,
        int limit,
        int offset,
        String sort,
        String order,
        @Nullable String search,
        boolean masked,
        List<ColumnFilter> filters)
        implements SqlParameters {

    private static final int MOST_ROWS = 500;

    private static final Parameter<Integer> LIMIT = Parameter.number("limit", MOST_ROWS, 1, MOST_ROWS);
    private static final Parameter<Integer> OFFSET = Parameter.offset();
    private static final Parameter<@Nullable String> ORDER = Parameter.oneOf("order", List.of("asc", "desc"));
    private static final Parameter<@Nullable String> SEARCH = Parameter.one("q");
    private static final Input SORT = Input.optional("sort", Input.choice(DataTable.COLUMNS));
    private static final Input COLUMN = Input.optional("column", Input.listOf(Input.choice(DataTable.COLUMNS)));

    /** Filters for columns: any number of parameters, each with the name of a column. */
    private static final Input FILTERS = Input.optional("filters", Input.valuesByName(Input.text(Input.LONGEST_TEXT)));

    /** What chooses the rows. */
    static final List<Input> INPUTS = List.of(
            Input.required("table", Input.choice(Labelled.labels(DataTable.class))),
            COLUMN,
            FILTERS,
            SEARCH,
            SORT,
            ORDER);

    /** What chooses a part of the rows. */
    static final List<Input> PARTS = List.of(LIMIT, OFFSET);

    /** The largest number of rows that the database reads one by one. More rows would keep the server busy for seconds. */
    private static final long MOST_ROWS_TO_READ = 1_000_000;

    /**
     * The question of a request. The path ends with the name of the table, and with {@code .csv} or {@code .xlsx} if the answer is to be
     * a file.
     *
     * @throws org.salesetl.web.NotFoundException if there is no such table
     * @throws BadRequestException if a parameter cannot be read
     */
    public static DataQuery of(WebRequest request) {
        DataTable table = DataTable.named(request.lastSegment().replaceFirst("\\.(csv|xlsx)$", ""));
        String sort = request.oneOf("sort", table.columns());
        String order = ORDER.of(request);
        return new DataQuery(
                table,
                columns(table, request.all("column")),
                LIMIT.of(request),
                OFFSET.of(request),
                sort == null ? table.columns().get(0) : sort,
                order == null ? "asc" : order,
                SEARCH.of(request),
                request.caller().masked(),
                table.columns().stream()
                        .flatMap(column -> filter(table, column, request))
                        .toList());
    }

    private static Stream<ColumnFilter> filter(DataTable table, String column, WebRequest request) {
        String text = Parameter.one(column).of(request);
        return text == null ? Stream.empty() : Stream.of(ColumnFilter.of(table, column, text));
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

    /** The same question without limit and offset. */
    DataQuery unlimited() {
        return new DataQuery(table, columns, Integer.MAX_VALUE, 0, sort, order, search, masked, filters);
    }

    /** Whether the question is for all rows of the table. */
    public boolean isWhole() {
        return search == null && filters.isEmpty();
    }

    /** The filter for a column as in the request; empty if there is none. */
    public String filterOf(String column) {
        return filters.stream()
                .filter(filter -> filter.column().equals(column))
                .map(ColumnFilter::text)
                .findFirst()
                .orElse("");
    }

    /** Whether the database has to read rows one by one, and the table has too many rows for that. */
    boolean needsIndex(long rowsInTable) {
        return rowsInTable > MOST_ROWS_TO_READ
                && (search != null || !table.isIndexed(sort) || filters.stream().anyMatch(filter -> !filter.narrow()));
    }

    /** The question for all rows that an index finds. The database reads these rows to apply the other filters. */
    DataQuery narrowed() {
        return new DataQuery(
                table,
                columns,
                limit,
                offset,
                sort,
                order,
                null,
                masked,
                filters.stream().filter(ColumnFilter::narrow).toList());
    }

    /**
     * Makes sure that the database need not read too many rows one by one.
     *
     * @param rows the number of rows that an index finds
     * @throws BadRequestException if there are too many rows
     */
    void checkRowsToRead(long rows) {
        if (rows > MOST_ROWS_TO_READ) {
            String parameter = search != null ? "q" : table.isIndexed(sort) ? notNarrow() : "sort";
            throw new BadRequestException(
                    parameter,
                    "at most " + MOST_ROWS_TO_READ + " rows to look through; filter first by one of "
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

    /** The parameters of all statements for the table. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("pattern", search == null ? null : "%" + SqlPattern.literal(search) + "%");
        parameters.put("masked", masked);
        parameters.put("limit", limit);
        parameters.put("offset", offset);
        filters.forEach(filter -> parameters.putAll(filter.parameters()));
        return parameters;
    }

    /** The WHERE clause. The names of columns come from {@link DataTable}, and values are parameters. */
    String where() {
        return filters.isEmpty()
                ? ""
                : filters.stream().map(ColumnFilter::sql).collect(Collectors.joining(" AND ", "\nWHERE ", ""));
    }

    /** The column with the surrogate key. */
    String key() {
        return table.columns().get(0);
    }

    /** Whether an index alone tells which rows to skip. */
    boolean skipsByIndex() {
        return offset > 0 && isWhole() && table.isIndexed(sort);
    }

    /**
     * The ORDER BY clause. The column comes from {@link DataTable}, and the direction is {@code asc} or {@code desc}. Rows with the same
     * value are sorted by their key in the same direction, because an index has this order.
     */
    String orderBy() {
        return "ORDER BY " + sort + " " + order + ", " + key() + " " + order;
    }

    /** The LIMIT clause. */
    String limitClause() {
        return "LIMIT :?limit OFFSET :?offset";
    }
}
