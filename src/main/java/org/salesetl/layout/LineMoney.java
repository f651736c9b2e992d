package org.salesetl.layout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Column;
import org.salesetl.notation.DecimalMark;
import org.salesetl.notation.Numbers;
import org.salesetl.text.Text;

/** Tells the price of one unit, the amount of a line and the total of an order apart by their values, where the names of the columns do not. */
final class LineMoney {

    private LineMoney() {}

    /**
     * Exchanges the columns of price and amount if amount times quantity is the price in some rows, and price times quantity the amount
     * in none. An amount that is the same in all lines of each order is none of a line.
     *
     * @param places the places of the columns
     * @param rows the cells of some records below the header
     */
    static void settle(Map<Column, Integer> places, List<List<String>> rows) {
        Integer quantity = places.get(Column.QUANTITY);
        Integer price = places.get(Column.PRICE);
        Integer amount = places.get(Column.AMOUNT);
        if (quantity == null || price == null || amount == null) {
            return;
        }
        boolean asNamed = rows.stream().anyMatch(row -> isProduct(row, quantity, price, amount));
        boolean reversed = rows.stream().anyMatch(row -> isProduct(row, quantity, amount, price));
        if (reversed && !asNamed) {
            places.put(Column.PRICE, amount);
            places.put(Column.AMOUNT, price);
        }
        Integer order = places.get(Column.ORDER_ID);
        if (order != null && !asNamed && !reversed && repeats(rows, order, amount)) {
            places.remove(Column.AMOUNT);
        }
    }

    /** The guess for a price or an amount whose name alone would say the other. */
    static ColumnGuess exchanged(Column column) {
        return new ColumnGuess(
                column,
                column == Column.PRICE ? "times the quantity, it is the amount" : "it is the price times the quantity");
    }

    /** Whether the lines of each order have the same amount, and at least one order has several lines. */
    private static boolean repeats(List<List<String>> rows, int order, int amount) {
        boolean repeated = false;
        for (int row = 1; row < rows.size(); row++) {
            List<String> above = rows.get(row - 1);
            if (!cell(rows.get(row), order).isEmpty()
                    && cell(rows.get(row), order).equals(cell(above, order))) {
                if (!cell(rows.get(row), amount).equals(cell(above, amount))) {
                    return false;
                }
                repeated = true;
            }
        }
        return repeated;
    }

    private static String cell(List<String> row, int place) {
        return place < row.size() ? Text.strip(row.get(place)) : "";
    }

    /** Whether one number is another one times a quantity that is not one, to the cent. */
    private static boolean isProduct(List<String> row, int quantity, int factor, int product) {
        BigDecimal units = number(row, quantity);
        BigDecimal one = number(row, factor);
        BigDecimal all = number(row, product);
        return units != null
                && one != null
                && all != null
                && all.signum() != 0
                && units.compareTo(BigDecimal.ONE) != 0
                && units.multiply(one)
                                .setScale(2, RoundingMode.HALF_UP)
                                .compareTo(all.setScale(2, RoundingMode.HALF_UP))
                        == 0;
    }

    private static @Nullable BigDecimal number(List<String> row, int place) {
        String cell = cell(row, place);
        BigDecimal byPoint = Numbers.parse(cell, DecimalMark.POINT);
        return byPoint == null ? Numbers.parse(cell, DecimalMark.COMMA) : byPoint;
    }
}
