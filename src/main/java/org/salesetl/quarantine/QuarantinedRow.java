package org.salesetl.quarantine;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.validation.Fault;
import org.salesetl.validation.UnloadedSale;
import org.salesetl.vocabulary.Labelled;

/**
 * A row on its way into the quarantine.
 *
 * @param line the line on which it starts
 * @param status rejected or parked
 * @param faults what is wrong with it, or what it waits for; at least one, the first counts
 * @param raw the row as it stands in the file
 * @param occurrence which of the rows with the same key it is, where nothing else tells them apart; else null
 * @param sale the sale in it, as far as the row tells; null if it is about something else
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
        /** Something is wrong with the row: somebody has to correct it. */
        REJECTED,
        /** The row is good, but names something that is not known yet. */
        PARKED;
    }
}
