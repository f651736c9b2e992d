package org.salesetl.validation;

import org.salesetl.vocabulary.Labelled;

/**
 * Why a row did not load. The order of the constants matters: if several reasons apply, all counts count the row under the first
 * of them. The message files have a sentence for each, under {@code reason.} and its label.
 */
public enum Reason implements Labelled {
    BAD_ENCODING,
    COLUMN_COUNT,
    CONTROL_CHARACTER,
    TOO_LONG,
    DAMAGED_ID,
    FORMULA_ERROR,
    MISSING_ORDER_ID,
    MISSING_CUSTOMER_ID,
    MISSING_PRODUCT_ID,
    BAD_QUANTITY,
    QUANTITY_NOT_POSITIVE,
    BAD_PRICE,
    NEGATIVE_PRICE,
    MISSING_CURRENCY,
    BAD_CURRENCY,
    BAD_RATE,
    BAD_DATE,
    DATE_OUT_OF_RANGE,
    DUPLICATE_ID,
    UNKNOWN_CUSTOMER,
    UNKNOWN_PRODUCT,
    MISSING_PRICE,
    MISSING_RATE;
}
