package org.salesetl.rawdata;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.salesetl.web.NotFoundException;

/** The tables and columns that can be looked at: nothing else can be named in a request. */
public enum DataTable {
    DIM_CUSTOMER("Customers", "customer_key", "customer_id", "name", "email", "city", "file", "line"),
    DIM_PRODUCT("Products", "product_key", "product_id", "name", "category", "cost_price", "price", "file", "line"),
    DIM_DATE("Dates", "date_key", "date", "year", "quarter", "month", "day", "weekday"),
    FACT_SALES(
            "Sales",
            "sale_key",
            "sale_id",
            "order_id",
            "customer_key",
            "product_key",
            "date_key",
            "quantity",
            "unit_price",
            "revenue",
            "file",
            "line");

    private final String title;
    private final List<String> columns;

    DataTable(String title, String... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    /** The table's name in the database and in URLs. */
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it holds, in a word. */
    public String title() {
        return title;
    }

    /** Its columns as they are shown; the first is the surrogate key. */
    public List<String> columns() {
        return columns;
    }

    /**
     * The table with this name.
     *
     * @throws NotFoundException if it is none that can be looked at
     */
    static DataTable named(String table) {
        return Arrays.stream(values())
                .filter(value -> value.table().equals(table))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no table " + table + "; there are "
                        + Arrays.stream(values()).map(DataTable::table).collect(Collectors.joining(", "))));
    }
}
