package org.salesetl.sale;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.salesetl.rollup.Grain;

/**
 * A sale as a file brings it: one product of one order.
 *
 * @param line the line it came from
 * @param saleId the business key
 * @param occurrence which sale of the product in the order it is; null if it has an id of its own
 * @param orderId the order it belongs to
 * @param customerId who bought
 * @param productId what was bought
 * @param date the calendar date as written
 * @param quantity units; negative for a return
 * @param unitPrice the price of one unit; null if the product's price applies
 * @param amount what all units together cost, where the file says that instead; else null
 * @param described what the row says of its customer and product besides their ids; null if the file has no such columns
 */
record Sale(
        int line,
        String saleId,
        @Nullable Integer occurrence,
        String orderId,
        String customerId,
        String productId,
        LocalDate date,
        int quantity,
        @Nullable BigDecimal unitPrice,
        @Nullable BigDecimal amount,
        @Nullable Described described) {

    /** The date as the key of {@code dim_date}: 20250131. */
    int dateKey() {
        return Grain.DAY.key(date);
    }
}
