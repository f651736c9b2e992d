package org.salesetl.validation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A sale that did not load, as far as its row can be read.
 *
 * @param saleId the business key
 * @param revenue the revenue that the sale would have
 */
public record UnloadedSale(
        @Nullable String saleId,
        @Nullable LocalDate date,
        @Nullable String customerId,
        @Nullable String productId,
        @Nullable BigDecimal revenue) {}
