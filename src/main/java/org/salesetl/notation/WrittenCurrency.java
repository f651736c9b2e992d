package org.salesetl.notation;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The currency that is written beside a number. */
public final class WrittenCurrency {

    private static final int LONGEST = 64;

    /** Signs that stand for one currency nearly everywhere. A dollar sign alone is that of the shop's own dollars. */
    private static final Map<String, String> SIGNS = Map.of(
            "€", "EUR", "£", "GBP", "¥", "JPY", "₹", "INR", "US$", "USD", "$", "USD", "R$", "BRL", "zł", "PLN", "Kč",
            "CZK");

    private WrittenCurrency() {}

    /**
     * The currency in a cell with a number.
     *
     * @return an ISO 4217 code, or the sign of another currency; null if the cell has no currency
     */
    public static @Nullable String of(String cell) {
        if (cell.length() > LONGEST) {
            return null;
        }
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (Character.isLetter(c) || Character.getType(c) == Character.CURRENCY_SYMBOL) {
                rest.append(c);
            }
        }
        String written = rest.toString();
        String code = written.toUpperCase(Locale.ROOT);
        if (WrittenNumber.CODES.contains(code)) {
            return code;
        }
        String known = SIGNS.get(written);
        boolean sign = written.length() == 1 && Character.getType(written.charAt(0)) == Character.CURRENCY_SYMBOL;
        return known == null && sign ? written : known;
    }
}
