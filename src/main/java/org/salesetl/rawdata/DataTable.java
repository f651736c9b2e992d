package org.salesetl.rawdata;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.web.NotFoundException;

/** The tables and columns that the service shows. A request cannot name any other table or column. */
public enum DataTable implements Labelled {
    DIM_CUSTOMER(
            "Customers",
            List.of("customer_key", "customer_id", "city"),
            "customer_key",
            "customer_id",
            "name",
            "email",
            "city",
            "file",
            "line"),
    DIM_PRODUCT(
            "Products",
            List.of("product_key", "product_id", "category"),
            "product_key",
            "product_id",
            "name",
            "category",
            "cost_price",
            "price",
            "file",
            "line"),
    DIM_DATE("Dates", List.of("date_key"), "date_key", "date", "year", "quarter", "month", "day", "weekday"),
    FACT_SALES(
            "Sales",
            List.of("sale_key", "sale_id", "customer_key", "product_key", "date_key"),
            "sale_key",
            "sale_id",
            "order_id",
            "customer_key",
            "customer",
            "product_key",
            "product",
            "date_key",
            "date",
            "quantity",
            "unit_price",
            "revenue",
            "cost",
            "city",
            "original_currency",
            "original_amount",
            "file",
            "line");

    /** The names of the columns of all tables. */
    static final List<String> COLUMNS = Arrays.stream(values())
            .flatMap(table -> table.columns.stream())
            .distinct()
            .toList();

    private static final Set<String> AMOUNTS = Set.of(
            "cost_price",
            "price",
            "unit_price",
            "revenue",
            "cost",
            "original_amount",
            "quantity",
            "line",
            "year",
            "quarter",
            "month",
            "day");

    private final String title;
    private final List<String> indexed;
    private final List<String> columns;

    DataTable(String title, List<String> indexed, String... columns) {
        this.title = title;
        this.indexed = indexed;
        this.columns = List.of(columns);
    }

    /** The name of the table for people. */
    public String title() {
        return title;
    }

    /** The columns in the order in which they are shown; the first column is the surrogate key. */
    public List<String> columns() {
        return columns;
    }

    /** The columns by which an index finds and sorts rows. */
    public List<String> indexed() {
        return indexed;
    }

    boolean isIndexed(String column) {
        return indexed.contains(column);
    }

    /** Whether a column holds amounts, which pages align at the right. */
    static boolean isAmount(String column) {
        return AMOUNTS.contains(column);
    }

    /** Whether a column holds numbers: amounts, keys or weekdays. */
    boolean isNumber(String column) {
        return isAmount(column) || column.endsWith("_key") || column.equals("weekday");
    }

    /**
     * The table with this name.
     *
     * @throws NotFoundException if the service does not show a table with this name
     */
    static DataTable named(String table) {
        return Labelled.find(DataTable.class, table)
                .orElseThrow(() -> new NotFoundException("There is no table " + table + "; there are "
                        + String.join(", ", Labelled.labels(DataTable.class))));
    }
}
