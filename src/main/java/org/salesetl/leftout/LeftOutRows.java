package org.salesetl.leftout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.load.FileLoad;
import org.salesetl.row.BulkRow;
import org.salesetl.validation.UnloadedSale;
import org.springframework.stereotype.Component;

/** Writes rows that are left out to their table. */
@Component
public class LeftOutRows {

    private static final String LOAD = "leftout/load";
    private static final UnloadedSale NO_SALE = new UnloadedSale(null, null, null, null, null);
    private static final int LONGEST_TEXT = 255;

    /** Keeps rows of a file until they can be stored. */
    public void keep(List<LeftOutRow> rows, FileLoad load) {
        load.tables().keep(LOAD, rows.stream().map(row -> entry(row, load)).toList());
        if (rows.stream().anyMatch(row -> row.cancelledSale() != null)) {
            load.namesCancelledSales();
        }
    }

    /** Waits until the rows of a file are stored. */
    public void finish(FileLoad load) {
        load.tables().finish(LOAD);
    }

    private static BulkRow entry(LeftOutRow row, FileLoad load) {
        UnloadedSale sale = row.sale() == null ? NO_SALE : row.sale();
        return columns -> columns.number(load.fileId())
                .number(row.line())
                .text(row.why().why().label())
                .text(limited(row.why().column()))
                .text(limited(row.why().value()))
                .text(row.cancelledSale())
                .decimal(sale.revenue())
                .text(sale.originalCurrency())
                .decimal(sale.originalAmount())
                .text(row.raw())
                .end();
    }

    private static @Nullable String limited(@Nullable String text) {
        return text == null || text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT - 1)) + "…";
    }
}
