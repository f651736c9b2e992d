package org.salesetl.validation;

import org.salesetl.vocabulary.Labelled;

/**
 * Why a row did not load. The order of the constants matters: if several reasons apply, all counts count the row under the first
 * of them.
 */
public enum Reason implements Labelled {
    BAD_ENCODING("The row holds bytes that are not text in the file's encoding"),
    COLUMN_COUNT("The row has more or fewer cells than the header"),
    CONTROL_CHARACTER("A cell holds a control character such as NUL"),
    TOO_LONG("An id is over 64 or a text over 255 characters long"),
    DAMAGED_ID("A spreadsheet has rounded the id"),
    FORMULA_ERROR("A formula of the spreadsheet has no result"),
    MISSING_ORDER_ID("The sale has no order id"),
    MISSING_CUSTOMER_ID("The row has no customer id"),
    MISSING_PRODUCT_ID("The row has no product id"),
    BAD_QUANTITY("The quantity is not a number, or has more than four decimals"),
    QUANTITY_NOT_POSITIVE("The quantity is zero or negative"),
    BAD_PRICE("A price is not a number"),
    NEGATIVE_PRICE("A price is negative"),
    MISSING_CURRENCY("Nothing says in which of several currencies the amount is"),
    BAD_CURRENCY("The currency is unknown, or not the one that it has to be"),
    BAD_RATE("The rate is not a number above zero"),
    BAD_DATE("The date is not a real calendar date"),
    DATE_OUT_OF_RANGE("The date is before 1900 or more than a day ahead"),
    DUPLICATE_ID("An earlier row of the same file has this id"),
    UNKNOWN_CUSTOMER("The customer is not known yet"),
    UNKNOWN_PRODUCT("The product is not known yet"),
    MISSING_PRICE("Neither the sale nor its product has a price yet"),
    MISSING_RATE("The sale is in another currency, and no rates file has brought its rate yet");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason as a sentence that a sales person understands. */
    public String sentence() {
        return sentence;
    }
}
