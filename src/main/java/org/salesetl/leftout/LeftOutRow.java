package org.salesetl.leftout;

import org.jspecify.annotations.Nullable;
import org.salesetl.layout.LeftOut;
import org.salesetl.validation.UnloadedSale;

/**
 * A row that is no sale.
 *
 * @param line the line on which the row starts
 * @param why why the row is left out
 * @param sale the sale that came to nothing, as far as the row can be read; null if the row names none
 * @param raw the row as it stands in the file
 */
public record LeftOutRow(int line, LeftOut why, @Nullable UnloadedSale sale, String raw) {

    /** The business key of the sale that came to nothing; null if the row does not say that a sale did. */
    @Nullable
    String cancelledSale() {
        return sale == null || why.why() != LeftOut.Why.STATUS ? null : sale.saleId();
    }
}
