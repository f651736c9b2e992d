package org.salesetl.sale;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.intake.Chunk;
import org.salesetl.ledger.FileLoad;
import org.salesetl.quarantine.QuarantinedRow;
import org.salesetl.quarantine.QuarantinedRow.Status;
import org.salesetl.validation.Fault;
import org.salesetl.validation.Reason;
import org.salesetl.validation.UnloadedSale;
import org.salesetl.warehouse.DimensionKeys;
import org.salesetl.warehouse.DimensionKeys.ProductKey;
import org.springframework.stereotype.Component;

/** Looks up what sales name, and tells those that can load from those that have to wait. */
@Component
class SaleResolver {

    /** Below it, a revenue in ten-thousandths fits a long, and the column. */
    static final BigDecimal REVENUE_LIMIT = new BigDecimal("900000000000000");

    private final DimensionKeys keys;

    SaleResolver(DimensionKeys keys) {
        this.keys = keys;
    }

    /**
     * Resolves the good sales of a chunk, and counts the parked ones in the file's books.
     *
     * @param sales the sales
     * @param chunk the chunk that they are from, for the rows as they came
     */
    Resolved resolve(List<Sale> sales, Chunk chunk, FileLoad load) {
        Resolved resolved = new Resolved();
        for (Sale sale : sales) {
            Integer customer = keys.customer(sale.customerId());
            ProductKey product = keys.product(sale.productId());
            BigDecimal price = sale.unitPrice() == null && product != null ? product.price() : sale.unitPrice();
            if (customer == null || product == null || price == null) {
                List<Fault> waitsFor = waitsFor(sale, customer, product, price);
                load.books().parked(waitsFor.get(0).reason());
                resolved.quarantined.add(new QuarantinedRow(
                        sale.line(),
                        Status.PARKED,
                        waitsFor,
                        chunk.rawAtLine(sale.line()),
                        null,
                        unloaded(sale, SaleRules.revenue(sale.quantity(), price, sale.amount()))));
                resolved.parked.add(new ParkedSale(sale, load.fileId()));
            } else if (price.multiply(BigDecimal.valueOf(sale.quantity())).abs().compareTo(REVENUE_LIMIT) >= 0) {
                load.books().rejectedAfterAll(Reason.BAD_PRICE);
                resolved.quarantined.add(new QuarantinedRow(
                        sale.line(),
                        Status.REJECTED,
                        List.of(tooMuch(sale, price)),
                        chunk.rawAtLine(sale.line()),
                        sale.occurrence(),
                        unloaded(sale, null)));
            } else {
                resolved.loadable.add(new KeyedSale(sale, load.fileId(), customer, product.key(), price));
            }
        }
        return resolved;
    }

    private static UnloadedSale unloaded(Sale sale, @Nullable BigDecimal revenue) {
        return new UnloadedSale(sale.date(), sale.customerId(), sale.productId(), revenue);
    }

    private static List<Fault> waitsFor(
            Sale sale, @Nullable Integer customer, @Nullable ProductKey product, @Nullable BigDecimal price) {
        List<Fault> faults = new ArrayList<>();
        if (customer == null) {
            faults.add(unknown(Reason.UNKNOWN_CUSTOMER, "customer", sale.customerId()));
        }
        if (product == null) {
            faults.add(unknown(Reason.UNKNOWN_PRODUCT, "product", sale.productId()));
        } else if (price == null) {
            faults.add(new Fault(
                    Reason.MISSING_PRICE,
                    "price",
                    null,
                    "expected a price here or for product " + sale.productId() + " but found neither; a products file"
                            + " that brings it sets this sale free"));
        }
        return faults;
    }

    private static Fault unknown(Reason reason, String what, String id) {
        return new Fault(
                reason,
                what + "_id",
                id,
                "expected a known " + what + " but found " + id + "; a " + what
                        + "s file that brings it sets this sale free");
    }

    private static Fault tooMuch(Sale sale, BigDecimal price) {
        return new Fault(
                Reason.BAD_PRICE,
                "price",
                price.toPlainString(),
                "expected a revenue below 900,000,000,000,000 but found " + sale.quantity() + " × "
                        + price.toPlainString());
    }

    /**
     * The sales of a chunk after look-up. No record: Camel looks up by hash code what it knows of an expression's object, and
     * must not go through thousands of rows for that.
     */
    static final class Resolved {

        private final List<KeyedSale> loadable = new ArrayList<>();
        private final List<ParkedSale> parked = new ArrayList<>();
        private final List<QuarantinedRow> quarantined = new ArrayList<>();

        /** Those that can load. */
        public List<KeyedSale> loadable() {
            return loadable;
        }

        /** Those that have to wait. */
        public List<ParkedSale> parked() {
            return parked;
        }

        /** The same parked sales, and any that turned out bad, as rows of the quarantine. */
        public List<QuarantinedRow> quarantined() {
            return quarantined;
        }
    }
}
