package org.salesetl.lineage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.vocabulary.Quantity;

/**
 * The sales behind a number, newest first.
 *
 * @param rows some of the sales
 * @param hasMore whether there are more sales after these rows
 * @param totals the sums over all these sales, also those that are not among the rows; null if there are more than a million
 * @param filters the filters of the request
 */
public record FactListing(
        List<Fact> rows, boolean hasMore, @Nullable FactTotals totals, Map<String, Object> filters) {

    /**
     * One sale.
     *
     * @param date the day as in {@code 2025-01-31}
     * @param city the city that the sale names, else that of its customer
     * @param cost what the units have cost; null if nobody knows
     * @param originalCurrency the currency that the sale's file names; null for the currency of the warehouse
     * @param originalAmount the revenue in that currency; null for the currency of the warehouse
     * @param file the name of the file that the sale came from; null if the file is not in the ledger any more
     * @param fileId the number of the file in the ledger
     * @param line the line of the file on which the sale starts
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
            @Nullable BigDecimal cost,
            @Nullable String originalCurrency,
            @Nullable BigDecimal originalAmount,
            @Nullable String file,
            int fileId,
            int line) {}
}
