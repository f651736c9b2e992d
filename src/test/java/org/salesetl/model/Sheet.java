package org.salesetl.model;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file, as the one who made it knows it.
 *
 * @param form its columns, and how it writes them
 * @param lines its rows below the header, each with its cells by the names of their columns
 * @param returns which rejected row each of the lines corrects; empty if the file is no file of rejects
 * @param identity two files with the same identity have the same bytes
 */
record Sheet(Form form, List<Map<String, String>> lines, List<Origin> returns, String identity) {

    /** The forms of files. All sales files name the same sales, so that each can correct what another has said. */
    enum Form {
        CUSTOMERS(',', "customer_id", "city"),
        PRODUCTS(',', "product_id", "price"),
        SALES(',', "sale_id", "order_id", "customer_id", "product_id", "order_date", "quantity", "price", "status"),
        /** The dates have the day or the month first, and no cell tells which. */
        DATED(',', "sale_id", "order_id", "customer_id", "product_id", "order_date", "quantity", "price", "shelf"),
        /** Read by a mapping whose statuses change. */
        TILL(';', "Pos", "Bon", "Tag", "Artikel", "Menge", "Summe", "Art");

        final char delimiter;
        final List<String> columns;

        Form(char delimiter, String... columns) {
            this.delimiter = delimiter;
            this.columns = List.of(columns);
        }

        boolean isOfSales() {
            return compareTo(SALES) >= 0;
        }

        /** Customers load before products, and products before sales. */
        int turn() {
            return switch (this) {
                case CUSTOMERS -> 1;
                case PRODUCTS -> 2;
                case SALES, DATED, TILL -> 3;
            };
        }
    }

    /** A row of a file: the file's identity and the line. */
    record Origin(String identity, int line) {}

    static Sheet of(Form form, List<Map<String, String>> lines) {
        return new Sheet(form, lines, List.of(), text(form, lines));
    }

    /**
     * A file of rejects, as the service writes them.
     *
     * @param reasons why each row was rejected, which stands beside it
     */
    static Sheet ofRejects(Form form, List<Map<String, String>> lines, List<Origin> returns, List<String> reasons) {
        return new Sheet(form, lines, returns, "rejects " + text(form, lines) + returns + reasons);
    }

    String text() {
        return text(form, lines);
    }

    @Override
    public String toString() {
        return "\n" + text();
    }

    @Nullable
    Origin returns(int line) {
        return returns.isEmpty() ? null : returns.get(line - 2);
    }

    /** Where a row stands; the header is line 1. */
    Map<String, String> at(int line) {
        return lines.get(line - 2);
    }

    /** A row with another cell. */
    static Map<String, String> with(Map<String, String> line, String column, String cell) {
        Map<String, String> changed = new TreeMap<>(line);
        changed.put(column, cell);
        return changed;
    }

    private static String text(Form form, List<Map<String, String>> lines) {
        String delimiter = String.valueOf(form.delimiter);
        return String.join(delimiter, form.columns) + "\n"
                + lines.stream()
                        .map(line -> form.columns.stream()
                                        .map(column -> line.getOrDefault(column, ""))
                                        .collect(Collectors.joining(delimiter))
                                + "\n")
                        .collect(Collectors.joining());
    }
}
