package org.salesetl.lineage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.Quantity;

/**
 * The sales behind a number, the newest first.
 *
 * @param rows some of them
 * @param hasMore whether there are more after these
 * @param filters what was asked for
 */
public record FactListing(List<Fact> rows, boolean hasMore, Map<String, Object> filters) {

    /**
     * One sale.
     *
     * @param date as in {@code 2025-01-31}
     * @param file the name of the file that it came from; null if the ledger does not know it any more
     * @param fileId the number of that file in the ledger
     * @param line the line on which it starts there
     */
    public record Fact(
            String saleId,
            String orderId,
            String date,
            String customerId,
            String customer,
            String city,
            String productId,
            String product,
            String category,
            Quantity quantity,
            BigDecimal unitPrice,
            BigDecimal revenue,
            @Nullable String file,
            int fileId,
            int line) {}
}
