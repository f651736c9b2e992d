package org.salesetl.quarantine;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.validation.Fault;
import org.salesetl.validation.UnloadedSale;
import org.salesetl.vocabulary.Labelled;

/**
 * A row that goes into the quarantine.
 *
 * @param line the line on which the row starts
 * @param status rejected or parked
 * @param faults what is wrong with the row, or what the row waits for; at least one fault, and the first counts
 * @param raw the row as it stands in the file
 * @param occurrence the place of the row among the rows with the same key, if nothing else distinguishes them; null otherwise
 * @param sale the known values of the sale in the row; null if the row does not describe a sale
 */
public record QuarantinedRow(
        int line,
        Status status,
        List<Fault> faults,
        String raw,
        @Nullable Integer occurrence,
        @Nullable UnloadedSale sale) {

    /** The revenue of the sale in the row; null if it is not known. */
    public @Nullable BigDecimal revenue() {
        return sale == null ? null : sale.revenue();
    }

    /** Why a row is, or was, in the quarantine. */
    public enum Status implements Labelled {
        /** Something is wrong with the row, and somebody has to correct the row. */
        REJECTED,
        /** The row is good, but waits for a customer, a product or a price. */
        PARKED;
    }
}
