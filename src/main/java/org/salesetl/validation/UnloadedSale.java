package org.salesetl.validation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a sale that did not load says of itself, as far as it can be read.
 *
 * @param revenue what it would bring
 */
public record UnloadedSale(
        @Nullable LocalDate date,
        @Nullable String customerId,
        @Nullable String productId,
        @Nullable BigDecimal revenue) {}
