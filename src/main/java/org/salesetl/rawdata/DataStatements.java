package org.salesetl.rawdata;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlFile;
import org.salesetl.sql.SqlRow;
import org.salesetl.vocabulary.Quantity;
import org.salesetl.web.Table;
import org.springframework.stereotype.Component;

/** Makes the statements for the tables. Columns and directions of a sort cannot be SQL parameters, so the text of a statement differs. */
@Component
class DataStatements {

    private static final String DATE = "date";

    private final Map<DataTable, String> selects = new EnumMap<>(DataTable.class);

    DataStatements() {
        for (DataTable table : DataTable.values()) {
            selects.put(table, SqlFile.read("rawdata/" + table.label()).replace(":#", ":?"));
        }
    }

    String select(DataQuery query) {
        return query.skipsByIndex()
                ? "SELECT * FROM " + rows(query) + "\nWHERE " + query.key() + " IN (SELECT " + query.key() + " FROM ("
                        + keysOfPage(query) + ") page)\n" + query.orderBy()
                : "SELECT * FROM " + rows(query) + "\n" + query.orderBy() + "\n" + query.limitClause();
    }

    /** Selects the keys of the rows of a page by an index, so that the server need not read the rows that it skips. */
    private static String keysOfPage(DataQuery query) {
        return "SELECT " + query.key() + " FROM " + query.table().label() + " " + query.orderBy() + " "
                + query.limitClause();
    }

    String count(DataQuery query) {
        return "SELECT COUNT(*) FROM " + rows(query);
    }

    /** All rows of the table that match. The server merges this inner statement into the outer one, so that filters can use indexes. */
    private String rows(DataQuery query) {
        return "(" + selects.get(query.table()) + ") all_rows" + query.where();
    }

    DataListing listing(DataDraft draft) {
        DataQuery query = draft.query();
        List<List<@Nullable Object>> values = new ArrayList<>();
        List<@Nullable Integer> fileIds = new ArrayList<>();
        for (SqlRow row : draft.rows()) {
            values.add(cells(row.columns(), query.columns()));
            fileIds.add(row.integerOrNull("file_id"));
        }
        return new DataListing(query.table().label(), query.columns(), values, draft.total(), fileIds);
    }

    /** The rows as a table for a file. */
    Table table(Iterator<Map<String, Object>> rows, DataQuery query) {
        DataTable table = query.table();
        int date = query.columns().indexOf(DATE);
        return Table.ofRows(
                table.label(),
                table.title(),
                query.columns(),
                rows,
                row -> withDate(cells(row.columns(), query.columns()), date));
    }

    /** A workbook has real dates. */
    private static List<@Nullable Object> withDate(List<@Nullable Object> cells, int place) {
        if (place < 0 || cells.get(place) == null) {
            return cells;
        }
        List<@Nullable Object> changed = new ArrayList<>(cells);
        changed.set(place, LocalDate.parse(String.valueOf(cells.get(place))));
        return Collections.unmodifiableList(changed);
    }

    /** Quantities are told apart from amounts, which have other decimals. */
    private static @Nullable Object cell(String column, @Nullable Object value) {
        return column.equals("quantity") && value instanceof BigDecimal units ? new Quantity(units) : value;
    }

    private static List<@Nullable Object> cells(Map<String, ? extends @Nullable Object> row, List<String> columns) {
        List<@Nullable Object> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(cell(column, row.get(column))));
        return Collections.unmodifiableList(cells);
    }
}
