package org.salesetl.layout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Column;
import org.salesetl.notation.Numbers;
import org.salesetl.text.Text;

/**
 * Tells the quantity, the price of one unit, the amount of a line and the total of an order apart by their values, where the names of the
 * columns do not: quantity times price is the amount, perhaps less a discount.
 */
final class LineMoney {

    private final Map<Column, Integer> places;
    private final List<List<String>> rows;

    private LineMoney(Map<Column, Integer> places, List<List<String>> rows) {
        this.places = places;
        this.rows = rows;
    }

    /**
     * Corrects what the names say of the columns of money. Price and amount are exchanged if that makes the numbers right. If no name says
     * which column is the quantity, two columns whose product is the amount are quantity and price; the only money is a price if it makes
     * another column. An amount that is the same in all lines
     * of each order is none of a line: another column that makes the numbers right takes its place.
     *
     * @param places the places of the columns
     * @param spare the places of other numbers, in the order of the file
     * @param rows the cells of some records below the header
     */
    static void settle(Map<Column, Integer> places, List<Integer> spare, List<List<String>> rows) {
        LineMoney money = new LineMoney(places, rows);
        money.findQuantity(spare);
        Integer quantity = places.get(Column.QUANTITY);
        Integer price = places.get(Column.PRICE);
        Integer amount = places.get(Column.AMOUNT);
        if (quantity != null && price == null && amount != null) {
            money.findAmount(quantity, amount, spare);
        }
        if (quantity == null || price == null || amount == null || money.isRight(quantity, price, amount)) {
            return;
        }
        if (money.isRight(quantity, amount, price)) {
            places.put(Column.PRICE, amount);
            places.put(Column.AMOUNT, price);
            return;
        }
        if (money.repeats(amount)) {
            places.remove(Column.AMOUNT);
            spare.stream()
                    .filter(place -> !place.equals(quantity) && money.isRight(quantity, price, place))
                    .findFirst()
                    .ifPresent(place -> places.put(Column.AMOUNT, place));
        }
    }

    /** Two columns whose product is the amount are quantity and price. The quantity mostly has no decimals, and comes first. */
    private void findQuantity(List<Integer> spare) {
        Integer amount = places.get(Column.AMOUNT);
        Integer price = places.get(Column.PRICE);
        if (amount == null || places.containsKey(Column.QUANTITY)) {
            return;
        }
        List<Integer> prices = price == null ? spare : List.of(price);
        for (int quantity : spare) {
            for (int factor : prices) {
                boolean first = price != null || quantity < factor;
                if (quantity != factor
                        && first
                        && quantity != amount
                        && factor != amount
                        && isRight(quantity, factor, amount)) {
                    boolean reversed = price == null && hasFractions(quantity) && !hasFractions(factor);
                    places.put(Column.QUANTITY, reversed ? factor : quantity);
                    places.put(Column.PRICE, reversed ? quantity : factor);
                    return;
                }
            }
        }
    }

    /** If the only column of money makes another one when it is multiplied by the quantity, it is the price, and the other the amount. */
    private void findAmount(int quantity, int price, List<Integer> spare) {
        spare.stream()
                .filter(place -> isRight(quantity, price, place))
                .findFirst()
                .ifPresent(place -> {
                    places.put(Column.PRICE, price);
                    places.put(Column.AMOUNT, place);
                });
    }

    private boolean hasFractions(int place) {
        return rows.stream()
                .map(row -> number(row, place))
                .anyMatch(
                        number -> number != null && number.stripTrailingZeros().scale() > 0);
    }

    /** Whether quantity times price, perhaps less the discount, is the amount in most rows whose quantity is not one, and in at least one. */
    private boolean isRight(int quantity, int price, int amount) {
        int told = 0;
        int right = 0;
        for (List<String> row : rows) {
            BigDecimal units = number(row, quantity);
            BigDecimal one = number(row, price);
            BigDecimal all = number(row, amount);
            if (units != null
                    && one != null
                    && all != null
                    && all.signum() != 0
                    && units.abs().compareTo(BigDecimal.ONE) != 0
                    && one.abs().compareTo(BigDecimal.ONE) != 0) {
                told++;
                right += isProduct(row, units.multiply(one), all) ? 1 : 0;
            }
        }
        return right * 2 > told;
    }

    private boolean isProduct(List<String> row, BigDecimal product, BigDecimal amount) {
        Integer place = places.get(Column.DISCOUNT);
        BigDecimal discount = place == null ? null : number(row, place);
        return isSame(product, amount)
                || (discount != null && isSame(product.abs().subtract(discount.abs()), amount.abs()));
    }

    /** To the cent. */
    private static boolean isSame(BigDecimal one, BigDecimal other) {
        return one.setScale(2, RoundingMode.HALF_UP).compareTo(other.setScale(2, RoundingMode.HALF_UP)) == 0;
    }

    /** Whether the lines of each order have the same amount, and at least one order has several lines. */
    private boolean repeats(int amount) {
        Integer order = places.get(Column.ORDER_ID);
        boolean repeated = false;
        for (int row = 1; order != null && row < rows.size(); row++) {
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

    private static @Nullable BigDecimal number(List<String> row, int place) {
        return Numbers.byAnyMark(cell(row, place));
    }
}
