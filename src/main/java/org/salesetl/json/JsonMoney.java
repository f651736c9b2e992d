package org.salesetl.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An amount that an object says together with its currency.
 *
 * @param amount in the currency's own unit
 * @param currencyField the field that names the currency
 * @param currency as the field names it
 */
record JsonMoney(String amount, String currencyField, String currency) {

    /** The amounts of Square are whole numbers of the smallest unit, in fields of such a name. */
    private static final String OF_SMALLEST_UNIT = "_money";

    /**
     * The money that an object is: {@code {"amount": "12.50", "currency": "EUR"}}, {@code {"value": "12.50", "currencyCode": "EUR"}}, or
     * {@code {"amount": 1250, "divisor": 100, "currency_code": "USD"}}.
     *
     * @param name the name of the field that has the object
     * @return null if the object is no money
     */
    static @Nullable JsonMoney of(String name, ObjectNode object) {
        String currencyField = null;
        BigDecimal amount = null;
        BigDecimal divisor = null;
        boolean whole = false;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "currency", "currency_code", "currencyCode" -> currencyField = field.getKey();
                case "amount", "value" -> {
                    amount = number(value);
                    whole = value.isIntegralNumber();
                }
                case "divisor" -> divisor = number(value);
                default -> {
                    return null;
                }
            }
        }
        if (amount == null || currencyField == null || !object.get(currencyField).isTextual()) {
            return null;
        }
        String currency = object.get(currencyField).asText();
        if (object.has("divisor")) {
            amount = divided(amount, divisor);
        } else if (whole && name.endsWith(OF_SMALLEST_UNIT)) {
            amount = inUnit(amount, currency);
        }
        return amount == null ? null : new JsonMoney(amount.toPlainString(), currencyField, currency);
    }

    private static @Nullable BigDecimal number(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        try {
            return value.isTextual() ? new BigDecimal(value.asText()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
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
