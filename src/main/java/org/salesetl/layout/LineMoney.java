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

/**
 * Tells the quantity, the price of one unit, the amount of a line and the total of an order apart by their values, where the names of the
 * columns do not: quantity times price is the amount, perhaps less a discount.
 */
final class LineMoney {

    private final Map<Column, Integer> places;
    private final OtherNumbers others;
    private final List<List<String>> rows;

    private LineMoney(Map<Column, Integer> places, OtherNumbers others, List<List<String>> rows) {
        this.places = places;
        this.others = others;
        this.rows = rows;
    }

    /**
     * Corrects what the names say of the columns of money. Price and amount are exchanged if that makes the numbers right. If no name says
     * which column is the quantity, two columns whose product is the amount are quantity and price; the only money is a price if it makes
     * another column. An amount that is the same in all lines of each order is none of a line: another column that makes the numbers right
     * takes its place. A price without an amount beside it is the amount if it grows with the quantity, and the other way round. An amount
     * with shipping or tax in it is none; without a quantity, the price of the only unit is the amount then. If no name says which column
     * is the amount, it is the one to which a tax is added, or the one that is left when a discount is taken off.
     *
     * @param places the places of the columns
     * @param others the places of other numbers
     * @param rows the cells of some records below the header
     */
    static void settle(Map<Column, Integer> places, OtherNumbers others, List<List<String>> rows) {
        LineMoney money = new LineMoney(places, others, rows);
        List<Integer> spare = others.spare();
        money.leaveOutDiscountOfOrder();
        money.findQuantity();
        money.findAmountLessDiscount(spare);
        money.findAmountBeforeTax();
        money.findDiscountedAmount();
        Integer quantity = places.get(Column.QUANTITY);
        Integer price = places.get(Column.PRICE);
        Integer amount = places.get(Column.AMOUNT);
        if (quantity != null && price == null && amount != null) {
            money.findAmount(quantity, amount, spare);
            money.leaveOutTotalOfOrder();
            money.takeAmountOfUnit(quantity, spare);
        }
        if (quantity != null && price != null && amount == null) {
            money.takePriceOfLine(quantity, price, spare);
            return;
        }
        boolean ofUnits = quantity != null || !places.containsKey(Column.DISCOUNT);
        if (ofUnits && price != null && amount != null && money.isWithCharge(quantity, price, amount)) {
            places.remove(Column.AMOUNT);
            if (quantity == null) {
                places.remove(Column.PRICE);
                places.put(Column.AMOUNT, price);
            }
            return;
        }
        if (quantity == null || price == null || amount == null) {
            return;
        }
        if (money.isRight(quantity, price, amount)) {
            return;
        }
        if (money.isRight(quantity, amount, price)) {
            places.put(Column.PRICE, amount);
            places.put(Column.AMOUNT, price);
            return;
        }
        if (money.repeats(amount, true)) {
            places.remove(Column.AMOUNT);
            spare.stream()
                    .filter(place -> !place.equals(quantity) && money.isRight(quantity, price, place))
                    .findFirst()
                    .ifPresentOrElse(
                            place -> places.put(Column.AMOUNT, place),
                            () -> money.takePriceOfLine(quantity, price, List.of(amount)));
        }
    }

    /** A discount that stands in each line of an order is that of the order, and would be taken off once for each line. */
    private void leaveOutDiscountOfOrder() {
        Integer discount = places.get(Column.DISCOUNT);
        if (discount != null && repeats(discount, false)) {
            places.remove(Column.DISCOUNT);
        }
    }

    /** Without a price, an amount that is the same in all lines of each order is none of a line. */
    private void leaveOutTotalOfOrder() {
        Integer amount = places.get(Column.AMOUNT);
        if (amount != null && !places.containsKey(Column.PRICE) && repeats(amount, true)) {
            places.remove(Column.AMOUNT);
        }
    }

    /** If no name says which column is the amount, and a tax added to one column makes another one in each row, the first is the amount. */
    private void findAmountBeforeTax() {
        if (places.containsKey(Column.AMOUNT)) {
            return;
        }
        for (int tax : others.taxes()) {
            for (int net : others.nets()) {
                for (int gross : others.all()) {
                    // that of the whole order stands in each of its lines
                    if (net != tax && isSum(net, tax, gross) && isOfLine(net, gross) && !repeats(net, true)) {
                        places.put(Column.AMOUNT, net);
                        return;
                    }
                }
            }
        }
    }

    /** Whether nothing says that these are amounts of something else than a line: the price is with or without the tax. */
    private boolean isOfLine(int net, int gross) {
        Integer quantity = places.get(Column.QUANTITY);
        Integer price = places.get(Column.PRICE);
        return quantity == null || price == null || isRight(quantity, price, net) || isRight(quantity, price, gross);
    }

    private boolean isSum(int net, int tax, int gross) {
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

    /** If no name says which column is the amount, it is the one that is quantity times price less a discount in each row. */
    private void findDiscountedAmount() {
        Integer quantity = places.get(Column.QUANTITY);
        Integer price = places.get(Column.PRICE);
        if (quantity == null || price == null || places.containsKey(Column.AMOUNT)) {
            return;
        }
        for (int amount : others.spare()) {
            if (isDiscounted(quantity, price, amount)) {
                places.put(Column.AMOUNT, amount);
                return;
            }
        }
    }

    private boolean isDiscounted(int quantity, int price, int amount) {
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
        return others.shares().stream()
                .map(place -> Shares.percent(cell(row, place)))
                .anyMatch(percent -> percent != null
                        && percent.signum() > 0
                        && isSame(Shares.less(product, percent).abs(), amount.abs()));
    }

    /** If another column is the amount less the discount, what has been paid is the amount. */
    private void findAmountLessDiscount(List<Integer> spare) {
        Integer amount = places.get(Column.AMOUNT);
        Integer discount = places.get(Column.DISCOUNT);
        if (amount != null && discount != null) {
            spare.stream()
                    .filter(place -> isLess(place, amount, discount))
                    .findFirst()
                    .ifPresent(place -> places.put(Column.AMOUNT, place));
        }
    }

    /** Whether a column is the amount less the discount in each row with a discount, and mostly the amount in the others: tax is in neither. */
    private boolean isLess(int place, int amount, int discount) {
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

    /** A price that grows with the quantity, or adds up to the total of each order, is the amount of a line. */
    private void takePriceOfLine(int quantity, int price, List<Integer> spare) {
        LinePrices prices = linePrices(quantity, price);
        if (prices.growWithQuantity() || spare.stream().anyMatch(total -> addsUp(quantity, price, total))) {
            places.remove(Column.PRICE);
            places.put(Column.AMOUNT, price);
        }
    }

    /** An amount that does not grow with the quantity, or makes the total of each order only times the quantity, is the price of one unit. */
    private void takeAmountOfUnit(int quantity, List<Integer> spare) {
        Integer amount = places.get(Column.AMOUNT);
        if (amount == null || places.containsKey(Column.PRICE)) {
            return;
        }
        LinePrices prices = linePrices(quantity, amount);
        if (prices.stayTheSame() || spare.stream().anyMatch(total -> multipliesUp(quantity, amount, total))) {
            places.remove(Column.AMOUNT);
            places.put(Column.PRICE, amount);
        }
    }

    private LinePrices linePrices(int quantity, int price) {
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
    private boolean isWithCharge(@Nullable Integer quantity, int price, int amount) {
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
    private boolean addsUp(int quantity, int price, int total) {
        return makeTotal(quantity, price, total, false);
    }

    /** Whether the prices of each order make its total times the quantity, and at least one does not as it is. */
    private boolean multipliesUp(int quantity, int price, int total) {
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

    /**
     * Two columns whose product is the amount are quantity and price. The quantity mostly has no decimals, and comes first. What a known
     * price makes the amount is the quantity, whatever its name.
     */
    private void findQuantity() {
        Integer amount = places.get(Column.AMOUNT);
        Integer price = places.get(Column.PRICE);
        if (amount == null || places.containsKey(Column.QUANTITY)) {
            return;
        }
        List<Integer> prices = price == null ? others.spare() : List.of(price);
        for (int quantity : price == null ? others.spare() : others.all()) {
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
    private boolean repeats(int amount, boolean orBlank) {
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

    /**
     * The places of numbers that no name explains, in the order of the file.
     *
     * @param spare those of which no name says that they are taxes, fees or shares
     * @param all all of them, up to a number
     * @param taxes those that a name calls a tax
     * @param nets those that may be an amount before tax, by their names
     * @param shares those that a name calls a discount, if they may be shares of a hundred
     */
    record OtherNumbers(
            List<Integer> spare, List<Integer> all, List<Integer> taxes, List<Integer> nets, List<Integer> shares) {

        OtherNumbers {
            spare = List.copyOf(spare);
            all = List.copyOf(all);
            taxes = List.copyOf(taxes);
            nets = List.copyOf(nets);
            shares = List.copyOf(shares);
        }
    }
}
