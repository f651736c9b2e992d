package org.salesetl.layout;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.SomeProperties;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.SomeMappings;
import org.salesetl.mapping.Terms;
import org.salesetl.vocabulary.Kind;

/** A row as a test wants it: good in every cell but those that the test names. */
public final class SomeRow {

    private final Kind kind;
    private final Map<Column, String> cells;
    private final int line;
    private final boolean rejects;
    private final Terms terms;
    private final Currencies currencies;

    private SomeRow(
            Kind kind, Map<Column, String> cells, int line, boolean rejects, Terms terms, Currencies currencies) {
        this.kind = kind;
        this.cells = cells;
        this.line = line;
        this.rejects = rejects;
        this.terms = terms;
        this.currencies = currencies;
    }

    public static SomeRow customer() {
        return good(
                Kind.CUSTOMERS,
                Map.of(
                        Column.CUSTOMER_ID, "C1",
                        Column.NAME, "Ann",
                        Column.EMAIL, "ann@example.org",
                        Column.CITY, "Paris"));
    }

    public static SomeRow product() {
        return good(
                Kind.PRODUCTS,
                Map.of(
                        Column.PRODUCT_ID, "P1",
                        Column.NAME, "Pen",
                        Column.CATEGORY, "Office",
                        Column.COST_PRICE, "0.75",
                        Column.PRICE, "1.50"));
    }

    public static SomeRow rate() {
        return good(Kind.RATES, Map.of(Column.DATE, "2025-01-31", Column.CURRENCY, "EUR", Column.RATE, "1.0823"));
    }

    public static SomeRow sale() {
        return good(
                Kind.SALES,
                Map.of(
                        Column.SALE_ID, "S1",
                        Column.ORDER_ID, "O1",
                        Column.CUSTOMER_ID, "C1",
                        Column.PRODUCT_ID, "P1",
                        Column.ORDER_DATE, "2025-01-31",
                        Column.QUANTITY, "2",
                        Column.PRICE, "1.25"));
    }

    public SomeRow with(Column column, String cell) {
        Map<Column, String> changed = new EnumMap<>(cells);
        changed.put(column, cell);
        return new SomeRow(kind, changed, line, rejects, terms, currencies);
    }

    /** The file does not have the column. */
    public SomeRow without(Column column) {
        Map<Column, String> changed = new EnumMap<>(cells);
        changed.remove(column);
        return new SomeRow(kind, changed, line, rejects, terms, currencies);
    }

    public SomeRow atLine(int number) {
        return new SomeRow(kind, cells, number, rejects, terms, currencies);
    }

    /** The row comes back in a file of rejects. */
    public SomeRow corrected() {
        return new SomeRow(kind, cells, line, true, terms, currencies);
    }

    /** The file is loaded on these terms. */
    public SomeRow on(Terms others) {
        return new SomeRow(kind, cells, line, rejects, others, currencies);
    }

    /** The file names these currencies, in a warehouse of the first of them. */
    public SomeRow among(String... codes) {
        List<NamedCurrency> named =
                Stream.of(codes).map(code -> new NamedCurrency(code, 2, 1)).toList();
        return new SomeRow(
                kind, cells, line, rejects, terms, Currencies.of(named, false).in(codes[0], true, null));
    }

    public Row row() {
        Map<Column, CellPlaces> places = new HashMap<>();
        cells.keySet().forEach(column -> places.put(column, CellPlaces.at(places.size())));
        List<String> header = cells.keySet().stream().map(Column::label).toList();
        Layout layout = new Layout(
                SomeMappings.own(kind),
                new Table(',', 0, header),
                rejects,
                places,
                Conventions.USUAL.with(currencies),
                terms);
        return new RowReader(layout, nullWords()).read(line, List.copyOf(cells.values()));
    }

    /** The cell of this column as the rules read it. */
    public @Nullable String read(Column column) {
        return row().cell(column);
    }

    private static Set<String> nullWords() {
        return Set.copyOf(SomeProperties.defaults().nullWords());
    }

    private static SomeRow good(Kind kind, Map<Column, String> cells) {
        return new SomeRow(kind, new EnumMap<>(cells), 2, false, Terms.STRICT, Currencies.NONE);
    }
}
