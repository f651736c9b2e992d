package org.salesetl.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount that an object says together with its currency.
 *
 * @param amount in the currency's own unit
 * @param currencyField the field that names the currency
 * @param currency as the field names it
 */
record JsonMoney(String amount, String currencyField, String currency) {

    /** The amounts of Square are whole numbers of the smallest unit, in fields of such names. */
    private static final Pattern OF_SMALLEST_UNIT = Pattern.compile(".*(_money|[a-z]Money)");

    /** Those of Shopify have such a name, too, and are none. */
    private static final Set<String> OF_WHOLE_UNIT = Set.of("shopMoney", "presentmentMoney");

    private static final Set<String> CURRENCIES = Set.of("currency", "currency_code", "currencyCode");
    private static final Set<String> AMOUNTS = Set.of("amount", "value");
    private static final String DIVISOR = "divisor";

    private static final Pattern WHOLE = Pattern.compile("-?\\d+");

    /**
     * The money that an object is: {@code {"amount": "12.50", "currency": "EUR"}}, {@code {"value": "12.50", "currencyCode": "EUR"}}, or
     * {@code {"amount": 1250, "divisor": 100, "currency_code": "USD"}}.
     *
     * @param name the name of the field that has the object
     * @return null if the object is no money
     */
    static @Nullable JsonMoney of(String name, ObjectNode object) {
        String currencyField = null;
        String amountField = null;
        for (String field : (Iterable<String>) object::fieldNames) {
            if (CURRENCIES.contains(field) && currencyField == null) {
                currencyField = field;
            } else if (AMOUNTS.contains(field) && amountField == null) {
                amountField = field;
            } else if (!field.equals(DIVISOR)) {
                return null;
            }
        }
        if (currencyField == null
                || amountField == null
                || !object.get(currencyField).isTextual()) {
            return null;
        }
        String currency = object.get(currencyField).asText();
        JsonNode said = object.get(amountField);
        BigDecimal amount = JsonTree.number(said);
        if (amount != null && object.has(DIVISOR)) {
            amount = divided(amount, JsonTree.number(object.get(DIVISOR)));
        } else if (amount != null
                && isOfSmallestUnit(name)
                && WHOLE.matcher(said.asText()).matches()) {
            amount = inUnit(amount, currency);
        }
        return amount == null ? null : new JsonMoney(amount.toPlainString(), currencyField, currency);
    }

    private static boolean isOfSmallestUnit(String name) {
        return OF_SMALLEST_UNIT.matcher(name).matches() && !OF_WHOLE_UNIT.contains(name);
    }

    /** The amount, if the divisor is a power of ten; else null. */
    private static @Nullable BigDecimal divided(BigDecimal amount, @Nullable BigDecimal divisor) {
        boolean isPowerOfTen = divisor != null
                && divisor.signum() > 0
                && divisor.stripTrailingZeros().unscaledValue().equals(BigInteger.ONE);
        return divisor != null && isPowerOfTen ? amount.divide(divisor) : null;
    }

    /** The amount in the currency's own unit; null if nobody knows how many of the smallest unit that is. */
    private static @Nullable BigDecimal inUnit(BigDecimal amount, String currency) {
        try {
            int digits = Currency.getInstance(currency).getDefaultFractionDigits();
            return digits < 0 ? null : amount.movePointLeft(digits);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
