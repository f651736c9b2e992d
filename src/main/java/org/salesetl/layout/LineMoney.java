package org.salesetl.layout;

import java.util.List;
import java.util.Map;
import org.salesetl.mapping.Column;

/**
 * Tells the quantity, the price of one unit, the amount of a line and the total of an order apart by their values, where the names of the
 * columns do not: quantity times price is the amount, perhaps less a discount.
 */
final class LineMoney {

    private final Map<Column, Integer> places;
    private final OtherNumbers others;
    private final LineNumbers numbers;

    private LineMoney(Map<Column, Integer> places, OtherNumbers others, List<List<String>> rows) {
        this.places = places;
        this.others = others;
        this.numbers = new LineNumbers(places, others.shares(), rows);
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
        if (ofUnits && price != null && amount != null && money.numbers.isWithCharge(quantity, price, amount)) {
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
        if (money.numbers.isRight(quantity, price, amount)) {
            return;
        }
        if (money.numbers.isRight(quantity, amount, price)) {
            places.put(Column.PRICE, amount);
            places.put(Column.AMOUNT, price);
            return;
        }
        if (money.numbers.repeats(amount, true)) {
            places.remove(Column.AMOUNT);
            spare.stream()
                    .filter(place -> !place.equals(quantity) && money.numbers.isRight(quantity, price, place))
                    .findFirst()
                    .ifPresentOrElse(
                            place -> places.put(Column.AMOUNT, place),
                            () -> money.takePriceOfLine(quantity, price, List.of(amount)));
        }
    }

    /** A discount that stands in each line of an order is that of the order, and would be taken off once for each line. */
    private void leaveOutDiscountOfOrder() {
        Integer discount = places.get(Column.DISCOUNT);
        if (discount != null && numbers.repeats(discount, false)) {
            places.remove(Column.DISCOUNT);
        }
    }

    /** Without a price, an amount that is the same in all lines of each order is none of a line. */
    private void leaveOutTotalOfOrder() {
        Integer amount = places.get(Column.AMOUNT);
        if (amount != null && !places.containsKey(Column.PRICE) && numbers.repeats(amount, true)) {
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
                    if (net != tax
                            && numbers.isSum(net, tax, gross)
                            && numbers.isOfLine(net, gross)
                            && !numbers.repeats(net, true)) {
                        places.put(Column.AMOUNT, net);
                        return;
                    }
                }
            }
        }
    }

    /** If no name says which column is the amount, it is the one that is quantity times price less a discount in each row. */
    private void findDiscountedAmount() {
        Integer quantity = places.get(Column.QUANTITY);
        Integer price = places.get(Column.PRICE);
        if (quantity == null || price == null || places.containsKey(Column.AMOUNT)) {
            return;
        }
        for (int amount : others.spare()) {
            if (numbers.isDiscounted(quantity, price, amount)) {
                places.put(Column.AMOUNT, amount);
                return;
            }
        }
    }

    /** If another column is the amount less the discount, what has been paid is the amount. */
    private void findAmountLessDiscount(List<Integer> spare) {
        Integer amount = places.get(Column.AMOUNT);
        Integer discount = places.get(Column.DISCOUNT);
        if (amount != null && discount != null) {
            spare.stream()
                    .filter(place -> numbers.isLess(place, amount, discount))
                    .findFirst()
                    .ifPresent(place -> places.put(Column.AMOUNT, place));
        }
    }

    /** A price that grows with the quantity, or adds up to the total of each order, is the amount of a line. */
    private void takePriceOfLine(int quantity, int price, List<Integer> spare) {
        LinePrices prices = numbers.linePrices(quantity, price);
        if (prices.growWithQuantity() || spare.stream().anyMatch(total -> numbers.addsUp(quantity, price, total))) {
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
        LinePrices prices = numbers.linePrices(quantity, amount);
        if (prices.stayTheSame() || spare.stream().anyMatch(total -> numbers.multipliesUp(quantity, amount, total))) {
            places.remove(Column.AMOUNT);
            places.put(Column.PRICE, amount);
        }
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
        // a rate of tax may make the amount, too, in rows that are alike
        List<Integer> factors = others.all().stream()
                .filter(place -> !others.taxes().contains(place))
                .toList();
        for (int quantity : price == null ? others.spare() : factors) {
            for (int factor : prices) {
                boolean first = price != null || quantity < factor;
                if (quantity != factor
                        && first
                        && quantity != amount
                        && factor != amount
                        && numbers.isRight(quantity, factor, amount)) {
                    boolean reversed = price == null && numbers.hasFractions(quantity) && !numbers.hasFractions(factor);
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
                .filter(place -> numbers.isRight(quantity, price, place))
                .findFirst()
                .ifPresent(place -> {
                    places.put(Column.PRICE, price);
                    places.put(Column.AMOUNT, place);
                });
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
