package org.salesetl;

import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The currency of the amounts in the warehouse, for those who show amounts: that of the configuration, else that of the first file that
 * has named one, as the database has it.
 */
@Component
public class WarehouseCurrency {

    private final @Nullable Currency configured;
    private volatile @Nullable Currency found;

    WarehouseCurrency(SalesEtlProperties properties) {
        this.configured = properties.currency();
    }

    /** The currency; null if nobody has named it, or if a file has named it by a sign that several currencies share. */
    public @Nullable Currency known() {
        return configured == null ? found : configured;
    }

    /** The code of the currency; null if {@link #known} is. */
    public @Nullable String code() {
        Currency known = known();
        return known == null ? null : known.getCurrencyCode();
    }

    /**
     * Takes what the database has.
     *
     * @param code a code of ISO 4217, or a sign; null if no file has named a currency
     */
    public void found(@Nullable String code) {
        found = code == null ? null : currency(code);
    }

    private static @Nullable Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException sign) {
            return null;
        }
    }
}
