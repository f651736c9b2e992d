package org.salesetl.sample;

import java.math.BigDecimal;
import java.util.Locale;

/** How the sample shop's programs write money. */
final class Dollars {

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private Dollars() {}

    /** {@code 24.99} as it is, but {@code $1,060.22}: somebody formatted the big ones for reading. */
    static String forPeople(BigDecimal amount) {
        return amount.compareTo(THOUSAND) < 0 ? amount.toPlainString() : withSign(amount);
    }

    /** {@code $24.99} and {@code $1,060.22}. */
    static String withSign(BigDecimal amount) {
        return String.format(Locale.ROOT, "$%,.2f", amount);
    }
}
