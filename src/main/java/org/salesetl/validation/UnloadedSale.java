package org.salesetl.validation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A sale that did not load, as far as its row can be read.
 *
 * @param saleId the business key
 * @param revenue the revenue that the sale would have, in the currency of the warehouse
 * @param originalCurrency the code of the currency of the money, if it is another one than that of the warehouse
 * @param originalAmount the revenue in that currency
 */
public record UnloadedSale(
        @Nullable String saleId,
        @Nullable LocalDate date,
        @Nullable String customerId,
        @Nullable String productId,
        @Nullable BigDecimal revenue,
        @Nullable String originalCurrency,
        @Nullable BigDecimal originalAmount)
        implements Serializable {

    /** A sale in the currency of the warehouse. */
    public UnloadedSale(
            @Nullable String saleId,
            @Nullable LocalDate date,
            @Nullable String customerId,
            @Nullable String productId,
            @Nullable BigDecimal revenue) {
        this(saleId, date, customerId, productId, revenue, null, null);
    }
}
