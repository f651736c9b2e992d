package org.salesetl.sale;

import java.io.IOException;
import org.salesetl.load.FileLoad;
import org.salesetl.quarantine.QuarantineEntries;
import org.springframework.stereotype.Component;

/**
 * Sends the sales of a file on their way.
 *
 * <p>Where none of the first ones is known, they are taken for new and go straight into {@code fact_sales}, which is about
 * twice as fast. If it turns out that some are known after all, the database says so, and the file starts again
 * through the staging table, where sales are compared with what is known.
 */
@Component
class SaleLoad {

    private static final String NEW = "sale/load-new";
    private static final String STAGE = "sale/load-stage";
    private static final String PARKED = "sale/load-parked";

    private final QuarantineEntries quarantine;

    SaleLoad(QuarantineEntries quarantine) {
        this.quarantine = quarantine;
    }

    /** Starts the load of the way that has been chosen. */
    void start(ResolvedSales sales) {
        sales.load().tables().start(sales.areNew() ? NEW : STAGE);
    }

    /** Writes the sales of a chunk. */
    void write(ResolvedSales sales) throws IOException {
        FileLoad load = sales.load();
        quarantine.keep(sales.quarantined(), load);
        load.tables().keep(PARKED, sales.parked());
        if (sales.loadable().isEmpty()) {
            return;
        }
        load.tables().stream(sales.loadable());
        if (load.isNew()) {
            for (KeyedSale sale : sales.loadable()) {
                load.changes().add(sale.soldLine());
            }
        }
    }

    /** Ends the stream of sales; the database is still busy with what it has got. */
    void complete(FileLoad load) throws IOException {
        load.tables().complete();
        load.changes().prepare();
    }

    /**
     * Waits until the database has all of the file. New sales are in {@code fact_sales} then, and in the books.
     *
     * @throws org.springframework.dao.DuplicateKeyException if some were known after all
     */
    void finish(FileLoad load) {
        int rows = (int) load.tables().finish();
        if (load.isCompared()) {
            load.books().compared(rows);
        } else {
            load.books().inserted(rows);
        }
        quarantine.finish(load);
        load.tables().finish(PARKED);
    }
}
