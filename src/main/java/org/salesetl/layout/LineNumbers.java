package org.salesetl.layout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Column;
import org.salesetl.notation.Numbers;
import org.salesetl.text.Text;

/** Which columns of some rows make others by their numbers: quantity times price is the amount, perhaps less a discount. */
final class LineNumbers {

    private final Map<Column, Integer> places;
    private final List<Integer> shares;
    private final List<List<String>> rows;

    /**
     * @param places the places of our columns, as far as they are known; whoever gives them may change them
     * @param shares the places of discounts in hundredths
     * @param rows the cells of some records below the header
     */
    LineNumbers(Map<Column, Integer> places, List<Integer> shares, List<List<String>> rows) {
        this.places = places;
        this.shares = shares;
        this.rows = rows;
    }

    /** Whether nothing says that these are amounts of something else than a line: the price is with or without the tax. */
    boolean isOfLine(int net, int gross) {
        Integer quantity = places.get(Column.QUANTITY);
        Integer price = places.get(Column.PRICE);
        return quantity == null || price == null || isRight(quantity, price, net) || isRight(quantity, price, gross);
    }

    boolean isSum(int net, int tax, int gross) {
        if (gross == net || gross == tax) {
            return false;
        }
        int told = 0;
        for (List<String> row : rows) {
            BigDecimal before = number(row, net);
            BigDecimal more = number(row, tax);
            BigDecimal after = number(row, gross);
            if (before == null || more == null || after == null) {
                continue;
            }
            if (more.abs().compareTo(before.abs()) > 0 || !isSame(before.add(more), after)) {
                return false;
            }
            told += more.signum() == 0 ? 0 : 1;
        }
        return told > 1;
    }

    boolean isDiscounted(int quantity, int price, int amount) {
        int discounted = 0;
        for (List<String> row : rows) {
            BigDecimal units = number(row, quantity);
            BigDecimal one = number(row, price);
            BigDecimal all = number(row, amount);
            if (units == null || one == null || all == null) {
                continue;
            }
            BigDecimal product = units.multiply(one);
            if (isSame(product.abs(), all.abs())) {
                continue;
            }
            if (!isProduct(row, product, all)) {
                return false;
            }
            discounted++;
        }
        return discounted > 0;
    }

    private boolean isLessAShare(List<String> row, BigDecimal product, BigDecimal amount) {
        return shares.stream()
                .map(place -> Shares.percent(cell(row, place)))
                .anyMatch(percent -> percent != null
                        && percent.signum() > 0
                        && isSame(Shares.less(product, percent).abs(), amount.abs()));
    }

    /** Whether a column is the amount less the discount in each row with a discount, and mostly the amount in the others: tax is in neither. */
    boolean isLess(int place, int amount, int discount) {
        int told = 0;
        int others = 0;
        int same = 0;
        for (List<String> row : rows) {
            BigDecimal less = number(row, place);
            BigDecimal full = number(row, amount);
            BigDecimal off = number(row, discount);
            if (less != null && full != null && off != null) {
                boolean right = isSame(full.abs().subtract(off.abs()), less.abs());
                if (off.signum() == 0) {
                    others++;
                    same += right ? 1 : 0;
                } else if (right) {
                    told++;
                } else {
                    return false;
                }
            }
        }
        return told > 0 && same * 2 >= others;
    }

    LinePrices linePrices(int quantity, int price) {
        LinePrices prices = new LinePrices();
        Integer product = places.getOrDefault(Column.PRODUCT_ID, places.get(Column.PRODUCT_NAME));
        if (product != null) {
            rows.forEach(row -> prices.look(cell(row, product), number(row, quantity), number(row, price)));
        }
        return prices;
    }

    /**
     * Whether the amount is that of the units and of another column, such as that of the shipping or the tax, in each row.
     *
     * @param quantity null if each row is one unit
     */
    boolean isWithCharge(@Nullable Integer quantity, int price, int amount) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, width)
                .filter(place -> !places.containsValue(place))
                .anyMatch(place -> isWithCharge(quantity, price, amount, place));
    }

    private boolean isWithCharge(@Nullable Integer quantity, int price, int amount, int charge) {
        boolean told = false;
        for (List<String> row : rows) {
            BigDecimal units = quantity == null ? BigDecimal.ONE : number(row, quantity);
            BigDecimal one = number(row, price);
            BigDecimal all = number(row, amount);
            BigDecimal more = number(row, charge);
            if (units != null && one != null && all != null && all.signum() > 0) {
                if (more == null || !isLessDiscount(row, units.multiply(one), all.subtract(more))) {
                    return false;
                }
                told |= more.signum() > 0;
            }
        }
        return told;
    }

    /** Whether the prices of each order make its total as they are, and at least one does not when it is multiplied by the quantity. */
    boolean addsUp(int quantity, int price, int total) {
        return makeTotal(quantity, price, total, false);
    }

    /** Whether the prices of each order make its total times the quantity, and at least one does not as it is. */
    boolean multipliesUp(int quantity, int price, int total) {
        return makeTotal(quantity, price, total, true);
    }

    private boolean makeTotal(int quantity, int price, int total, boolean times) {
        Integer order = places.get(Column.ORDER_ID);
        boolean told = false;
        int row = 0;
        while (order != null && row < rows.size()) {
            String id = cell(rows.get(row), order);
            BigDecimal all = number(rows.get(row), total);
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal product = BigDecimal.ZERO;
            for (; row < rows.size() && cell(rows.get(row), order).equals(id); row++) {
                BigDecimal units = number(rows.get(row), quantity);
                BigDecimal one = number(rows.get(row), price);
                if (units == null || one == null) {
                    return false;
                }
                sum = sum.add(one);
                product = product.add(one.multiply(units));
            }
            BigDecimal making = times ? product : sum;
            // the last order of the sample may go on
            if (row < rows.size() && (all == null || !isSame(making, all))) {
                return false;
            }
            told |= all != null && isSame(making, all) && !isSame(sum, product);
        }
        return told;
    }

    boolean hasFractions(int place) {
        return rows.stream()
                .map(row -> number(row, place))
                .anyMatch(
                        number -> number != null && number.stripTrailingZeros().scale() > 0);
    }

    /** Whether quantity times price, perhaps less the discount, is the amount in most rows whose quantity is not one, and in at least one. */
    boolean isRight(int quantity, int price, int amount) {
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
        return isLessDiscount(row, product, amount) || isLessAShare(row, product, amount);
    }

    private boolean isLessDiscount(List<String> row, BigDecimal product, BigDecimal amount) {
        Integer place = places.get(Column.DISCOUNT);
        BigDecimal discount = place == null ? null : number(row, place);
        return isSame(product, amount)
                || (discount != null && isSame(product.abs().subtract(discount.abs()), amount.abs()));
    }

    /** To the cent. */
    private static boolean isSame(BigDecimal one, BigDecimal other) {
        return one.setScale(2, RoundingMode.HALF_UP).compareTo(other.setScale(2, RoundingMode.HALF_UP)) == 0;
    }

    /**
     * Whether different lines of each order have the same amount, and at least one order has several such lines.
     *
     * @param orBlank whether the further lines of an order may leave it blank
     */
    boolean repeats(int amount, boolean orBlank) {
        Integer order = places.get(Column.ORDER_ID);
        boolean repeated = false;
        for (int row = 1; order != null && row < rows.size(); row++) {
            List<String> above = rows.get(row - 1);
            if (!cell(rows.get(row), order).isEmpty()
                    && cell(rows.get(row), order).equals(cell(above, order))
                    && sellsAnother(rows.get(row), above)) {
                boolean blank = orBlank && cell(rows.get(row), amount).isEmpty();
                if (!blank && !cell(rows.get(row), amount).equals(cell(above, amount))) {
                    return false;
                }
                BigDecimal number = number(blank ? above : rows.get(row), amount);
                repeated |= number != null && number.signum() != 0;
            }
        }
        return repeated;
    }

    /** Whether a row sells another product or quantity. Equal rows may well have equal amounts. */
    private boolean sellsAnother(List<String> row, List<String> above) {
        return Stream.of(Column.PRODUCT_ID, Column.PRODUCT_NAME, Column.QUANTITY)
                .map(places::get)
                .anyMatch(place -> place != null && !cell(row, place).equals(cell(above, place)));
    }

    private static String cell(List<String> row, int place) {
        return place < row.size() ? Text.strip(row.get(place)) : "";
    }

    private static @Nullable BigDecimal number(List<String> row, int place) {
        return Numbers.byAnyMark(cell(row, place));
    }
}
