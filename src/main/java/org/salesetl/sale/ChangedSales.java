package org.salesetl.sale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicInteger;
import org.salesetl.bulk.StreamedQuery;
import org.salesetl.load.FileLoad;
import org.salesetl.rollup.SalesChanges;
import org.salesetl.rollup.SoldLine;
import org.salesetl.sql.SqlRow;
import org.springframework.stereotype.Component;

/** Tells the rollups which sales a file changes, if the database had to find that out. */
@Component
class ChangedSales {

    private final StreamedQuery query;

    ChangedSales(StreamedQuery query) {
        this.query = query;
    }

    /** Notes the old sales as removals and the new ones as additions, as the database has compared them. */
    void note(FileLoad load) {
        SalesChanges changes = load.changes();
        AtomicInteger moved = new AtomicInteger();
        query.forEach("sale/select-removed", sale -> {
            attempt(() -> changes.remove(soldLine(sale)));
            if (sale.integer("date_key") != sale.integer("new_date_key")) {
                moved.incrementAndGet();
            }
        });
        query.forEach("sale/select-added", sale -> attempt(() -> changes.add(soldLine(sale))));
        load.replacedSalesOfOtherDays(moved.get());
    }

    /** Notes the sales that the file withdraws as removals. */
    void noteWithdrawn(FileLoad load) {
        query.forEach(
                "sale/select-withdrawn", sale -> attempt(() -> load.changes().remove(soldLine(sale))), load.fileId());
    }

    private static SoldLine soldLine(SqlRow sale) {
        return SoldLine.of(
                sale.text("order_id"),
                sale.integer("date_key"),
                sale.integer("customer_key"),
                sale.integer("product_key"),
                new BigDecimal(sale.text("quantity")),
                new BigDecimal(sale.text("unit_price")),
                new BigDecimal(sale.text("revenue")),
                sale.decimalOrNull("cost"),
                sale.integer("city_key"));
    }

    private static void attempt(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the work folder", e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
