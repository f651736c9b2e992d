package org.salesetl.sale;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.salesetl.ledger.FileLoad;
import org.springframework.stereotype.Component;

/**
 * Which way the sales of a file take.
 *
 * <p>Where none of the first ones is known, they are taken for new and go straight into {@code fact_sales}, which is about
 * twice as fast. If it turns out that some are known after all, the database says so, and the file starts again
 * through the staging table, where sales are compared with what is known.
 */
@Component
class SaleLoad {

    /** The load of sales that nobody has seen before. */
    private static final String NEW = "sale/load-new";

    /** The load of sales that are to be compared with known ones. */
    private static final String STAGE = "sale/load-stage";

    private static final String PARKED = "sale/load-parked";
    private static final int MOST_ASKED = 1_000;

    /** Whether the file's first sales have come, and their way has to be chosen. */
    boolean isUndecided(FileLoad load, List<KeyedSale> sales) {
        return !sales.isEmpty() && !isNew(load) && !isStaged(load);
    }

    /** Parameters of {@code select-known.sql}: some of these sales. */
    Map<String, Object> someIds(List<KeyedSale> sales) {
        return Map.of(
                "saleIds",
                sales.stream()
                        .limit(MOST_ASKED)
                        .map(sale -> sale.sale().saleId())
                        .toList());
    }

    void startNew(FileLoad load) {
        load.tables().start(NEW);
    }

    void startStage(FileLoad load) {
        load.tables().start(STAGE);
    }

    boolean isNew(FileLoad load) {
        return load.tables().isStarted(NEW);
    }

    boolean isStaged(FileLoad load) {
        return load.tables().isStarted(STAGE);
    }

    void write(SaleResolver.Resolved sales, FileLoad load) throws IOException {
        load.tables().keep(PARKED, sales.parked());
        if (isStaged(load)) {
            load.tables().stream(STAGE, sales.loadable());
        } else if (isNew(load)) {
            load.tables().stream(NEW, sales.loadable());
            for (KeyedSale sale : sales.loadable()) {
                load.changes().add(sale.soldLine());
            }
        }
    }

    /** Ends the stream of sales; the database is still busy with what it has got. */
    void complete(FileLoad load) throws IOException {
        load.tables().complete(NEW);
        load.changes().prepare();
    }

    /**
     * Waits until the database has the sales. New ones are in {@code fact_sales} then, and in the books.
     *
     * @throws org.springframework.dao.DuplicateKeyException if some were known after all
     */
    void finish(FileLoad load) {
        if (isStaged(load)) {
            load.books().compared((int) load.tables().finish(STAGE));
        } else {
            load.books().inserted((int) load.tables().finish(NEW));
        }
    }

    /** Waits until the parked sales are in their table. */
    void finishParked(FileLoad load) {
        load.tables().finish(PARKED);
    }
}
