package org.salesetl.sample;

import java.math.BigDecimal;
import java.util.Locale;

/** Writes amounts of money as the programs of the sample shop do. */
final class Dollars {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Dollars() {}

    /** Amounts below a thousand as in {@code 24.99}, other amounts as in {@code $1,060.22}. */
    static String forPeople(BigDecimal amount) {
        return amount.compareTo(THOUSAND) < 0 ? amount.toPlainString() : withSign(amount);
    }

    /** Amounts as in {@code $24.99} and {@code $1,060.22}. */
    static String withSign(BigDecimal amount) {
        return String.format(Locale.ROOT, "$%,.2f", amount);
    }
}
