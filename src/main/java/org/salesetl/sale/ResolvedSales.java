package org.salesetl.sale;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.ledger.Part;
import org.salesetl.load.FileLoad;
import org.salesetl.quarantine.QuarantinedRow;
import org.salesetl.rule.Sale;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;

/**
 * The good sales of a chunk after the look-up of customers and products: sales that can load, and sales that wait. This is no
 * record: Camel looks up what it knows about an object by the object's hash code, which for a record would go through thousands
 * of rows.
 */
final class ResolvedSales implements SqlParameters {

    private static final int MOST_ASKED = 1_000;

    private final FileLoad load;
    private final List<KeyedSale> loadable = new ArrayList<>();
    private final List<ParkedSale> parked = new ArrayList<>();
    private final List<QuarantinedRow> quarantined = new ArrayList<>();

    ResolvedSales(FileLoad load) {
        this.load = load;
    }

    /** Adds a sale that can load. */
    void add(KeyedSale sale) {
        noteGuest(sale.sale());
        loadable.add(sale);
    }

    /** Adds a sale that waits, and counts it in the books. */
    void park(Sale sale, QuarantinedRow row) {
        noteGuest(sale);
        load.books().parked(row.faults().get(0).reason(), row.revenue());
        parked.add(new ParkedSale(sale, load.fileId()));
        quarantined.add(row);
    }

    /** Adds a sale that has turned out bad, and counts it in the books. */
    void reject(QuarantinedRow row) {
        load.books().rejectedLate(row.faults().get(0).reason(), row.revenue());
        quarantined.add(row);
    }

    /** Without a customer, a sale needs the member that stands for none: to load now, or when it is released. */
    private void noteGuest(Sale sale) {
        if (sale.isGuestSale()) {
            load.bringsGuest(sale.line());
        }
    }

    FileLoad load() {
        return load;
    }

    List<KeyedSale> loadable() {
        return loadable;
    }

    /** The sales that can load, with their revenue. */
    Part part() {
        BigDecimal revenue = BigDecimal.ZERO;
        for (KeyedSale sale : loadable) {
            revenue = revenue.add(sale.revenue());
        }
        return new Part(loadable.size(), revenue);
    }

    List<ParkedSale> parked() {
        return parked;
    }

    /** The rows for the quarantine: those of the parked sales, and of sales that have turned out bad. */
    List<QuarantinedRow> quarantined() {
        return quarantined;
    }

    /** Whether these are the first sales of the file, so that their way is still to be chosen. */
    boolean areFirst() {
        return !loadable.isEmpty() && load.isUndecided();
    }

    /** Chooses the way of the file's sales by the row of {@code select-known.sql}. */
    void chooseWay(@Nullable SqlRow known) {
        if (known != null) {
            load.choose(known.integer("known"), known.integer("any_is") > 0);
        }
    }

    /** Whether the file's sales go straight into the facts. */
    boolean areNew() {
        return load.isNew();
    }

    /** The parameters of the load, and the ids of some of the sales for {@code select-known.sql}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>(load.parameters());
        parameters.put(
                "saleIds",
                loadable.stream()
                        .limit(MOST_ASKED)
                        .map(sale -> sale.sale().saleId())
                        .toList());
        return parameters;
    }
}
