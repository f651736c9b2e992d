package org.salesetl.sale;

import java.io.IOException;
import org.salesetl.leftout.LeftOutRows;
import org.salesetl.load.FileLoad;
import org.salesetl.quarantine.QuarantineEntries;
import org.springframework.stereotype.Component;

/**
 * Loads the sales of a file on their way.
 *
 * <p>If none of the first sales is known, all count as new and go straight into {@code fact_sales}, which is about twice as fast.
 * If some are known after all, the database reports it, and the file starts again through the staging table, where its sales are
 * compared with known sales.
 */
@Component
class SaleLoad {

    private static final String NEW = "sale/load-new";
    private static final String STAGE = "sale/load-stage";
    private static final String NEW_IN_FULL = "sale/load-new-in-full";
    private static final String STAGE_IN_FULL = "sale/load-stage-in-full";
    private static final String PARKED = "sale/load-parked";

    private final QuarantineEntries quarantine;
    private final LeftOutRows leftOut;

    SaleLoad(QuarantineEntries quarantine, LeftOutRows leftOut) {
        this.quarantine = quarantine;
        this.leftOut = leftOut;
    }

    /** Starts the load for the chosen way. */
    void start(ResolvedSales sales) {
        if (isInFull(sales.load())) {
            sales.load().tables().start(sales.areNew() ? NEW_IN_FULL : STAGE_IN_FULL);
        } else {
            sales.load().tables().start(sales.areNew() ? NEW : STAGE);
        }
    }

    /** Whether the sales of a file may fill all columns. The usual file does not, and has less to write. */
    private static boolean isInFull(FileLoad load) {
        return load.isWide() || load.hasOtherCurrencies();
    }

    /** Writes the sales of a chunk, and counts them in the books as what they seem to be. */
    void write(ResolvedSales sales) throws IOException {
        FileLoad load = sales.load();
        quarantine.keep(sales.quarantined(), load);
        load.tables().keep(PARKED, sales.parked());
        if (sales.loadable().isEmpty()) {
            return;
        }
        load.tables().stream(
                isInFull(load) ? sales.loadable().stream().map(SaleInFull::new).toList() : sales.loadable());
        if (load.isCompared()) {
            load.books().compared(sales.part());
        } else {
            load.books().inserted(sales.part());
            for (KeyedSale sale : sales.loadable()) {
                load.changes().add(sale.soldLine());
            }
        }
    }

    /** Ends the stream of sales, without waiting for the database. */
    void complete(FileLoad load) throws IOException {
        load.tables().complete();
        load.changes().prepare();
    }

    /**
     * Waits until the database has all rows of the file. New sales are then in {@code fact_sales}.
     *
     * @throws org.springframework.dao.DuplicateKeyException if some were known after all
     */
    void finish(FileLoad load) {
        load.tables().finish();
        quarantine.finish(load);
        leftOut.finish(load);
        load.tables().finish(PARKED);
    }
}
