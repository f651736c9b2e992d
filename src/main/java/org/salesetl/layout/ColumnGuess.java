package org.salesetl.layout;

import java.util.Set;
import org.salesetl.mapping.Column;

/**
 * What a column of an unknown file may be.
 *
 * @param column our column
 * @param why what the name and the values have of such a column, in a few words for people
 */
record ColumnGuess(Column column, String why) {

    /** A guess by the name of the column, which its values do not contradict. */
    static ColumnGuess of(Column column, ColumnValues values) {
        String ofValues = values.words(column);
        return new ColumnGuess(column, "named like " + name(column) + (ofValues.isEmpty() ? "" : ", " + ofValues));
    }

    /**
     * A guess that no name makes, but the values of the column and of others.
     *
     * @param others our columns for which there is a guess too
     */
    static ColumnGuess byValues(Column column, ColumnValues values, Set<Column> others) {
        return new ColumnGuess(
                column,
                switch (column) {
                    case PRICE ->
                        others.contains(Column.AMOUNT)
                                ? "times the quantity, it is the amount"
                                : "it stays the same, or makes a total times the quantity";
                    case PRODUCT_NAME -> "it differs between the lines of an order";
                    case QUANTITY -> "times the price, it is the amount";
                    case AMOUNT ->
                        others.contains(Column.PRICE)
                                ? "it is the price times the quantity"
                                : "it grows with the quantity, or adds up to a total";
                    default -> values.words(column);
                });
    }

    /** A guess for the series of the number of an order. */
    static ColumnGuess ofSeries() {
        return new ColumnGuess(Column.ORDER_ID, "with the number beside it, it tells orders apart");
    }

    private static String name(Column column) {
        return switch (column) {
            case ORDER_ID -> "the number of an order";
            case SALE_ID -> "the number of a line";
            case CUSTOMER_ID -> "the number of a customer";
            case PRODUCT_ID -> "the number of a product";
            case ORDER_DATE, DATE -> "a date";
            case QUANTITY -> "a quantity";
            case PRICE -> "the price of one unit";
            case COST_PRICE, COST, UNIT_COST -> "a cost";
            case PROFIT -> "a profit";
            case MARGIN -> "a margin";
            case AMOUNT -> "the amount of a line";
            case DISCOUNT -> "a discount";
            case STATUS -> "a status";
            case CURRENCY -> "a currency";
            case RATE -> "a rate";
            case CUSTOMER_NAME -> "the name of a customer";
            case PRODUCT_NAME -> "the name of a product";
            case NAME -> "a name";
            case EMAIL -> "an email address";
            case CITY -> "a city";
            case CATEGORY -> "a category";
        };
    }
}
