package org.salesetl.layout;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderWords;

/** Words in the name of a column which say that it is something else, although another word would fit: a due date is no order date. */
final class MisleadingWords {

    /** A word as short as this is no part of another. */
    private static final int SHORT = 3;

    private static final List<String> UNIT_PRICE = List.of("unit", "price");

    private final HeaderWords.Misleading words;

    MisleadingWords(HeaderWords words) {
        this.words = words.misleading();
    }

    /**
     * Whether the name has a word for something else.
     *
     * @param name the words of the name
     * @param column what the name may mean
     */
    boolean areIn(List<String> name, Column column) {
        return switch (column) {
            case ORDER_DATE -> hasOneOf(name, words.otherDates());
            case QUANTITY, PRICE, AMOUNT -> isOtherMoney(name) || isDiscount(name);
            case DISCOUNT, COST_PRICE -> isOtherMoney(name);
            case ORDER_ID, SALE_ID, CUSTOMER_ID -> hasOneOf(name, words.noId());
            case PRODUCT_ID -> hasOneOf(name, words.noId()) || hasOneOf(name, words.noProduct());
            case CUSTOMER_NAME, PRODUCT_NAME -> hasOneOf(name, words.noName());
            case NAME, EMAIL, CITY, CATEGORY, STATUS, CURRENCY, COST, UNIT_COST, PROFIT, MARGIN, DATE, RATE -> false;
        };
    }

    /** Whether the name is that of a price which somebody else pays, or of a unit price with a word for other money, such as "original". */
    boolean areOfOtherPrice(List<String> name) {
        return name.stream().anyMatch(words.otherPrices()::contains)
                || (Collections.indexOfSubList(name, UNIT_PRICE) >= 0 && !isDiscount(name) && isOtherMoney(name));
    }

    private boolean isOtherMoney(List<String> name) {
        return hasOneOf(name, words.otherMoney()) && name.stream().noneMatch(words.beforeTax()::contains);
    }

    private boolean isDiscount(List<String> name) {
        return hasOneOf(name, words.discounts()) && name.stream().noneMatch(words.afterDiscount()::contains);
    }

    private static boolean hasOneOf(List<String> name, Set<String> misleading) {
        return name.stream()
                .anyMatch(word -> misleading.contains(word)
                        || misleading.stream().anyMatch(other -> other.length() > SHORT && word.contains(other)));
    }
}
