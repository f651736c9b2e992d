package org.salesetl.sale;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.quarantine.QuarantinedRow;
import org.salesetl.quarantine.QuarantinedRow.Status;
import org.salesetl.quarantine.Verdicts;
import org.salesetl.text.Chunk;
import org.salesetl.validation.Fault;
import org.salesetl.validation.Reason;
import org.salesetl.warehouse.DimensionKeys;
import org.salesetl.warehouse.DimensionKeys.ProductKey;
import org.springframework.stereotype.Component;

/** Looks up the customers and products of sales, and separates sales that can load from sales that have to wait. */
@Component
class SaleResolver {

    /** A price or revenue below this limit, in ten-thousandths, fits into a long and into the column. */
    static final BigDecimal REVENUE_LIMIT = new BigDecimal("900000000000000");

    private final DimensionKeys keys;

    SaleResolver(DimensionKeys keys) {
        this.keys = keys;
    }

    /** Resolves the good sales of a chunk, and counts the parked ones in the file's books. */
    ResolvedSales resolve(Verdicts verdicts) {
        ResolvedSales resolved = new ResolvedSales(verdicts.load());
        for (Sale sale : verdicts.accepted(Sale.class)) {
            resolve(sale, verdicts.chunk(), resolved);
        }
        return resolved;
    }

    private void resolve(Sale sale, Chunk chunk, ResolvedSales resolved) {
        Integer customer = keys.customer(sale.customerId());
        ProductKey product = keys.product(sale.productId());
        BigDecimal price = sale.unitPrice() == null && product != null ? product.price() : sale.unitPrice();
        if (customer == null || product == null || price == null) {
            resolved.park(
                    sale,
                    new QuarantinedRow(
                            sale.line(),
                            Status.PARKED,
                            waitsFor(sale, customer, product, price),
                            chunk.rawAtLine(sale.line()),
                            null,
                            sale.unloaded(SaleRules.revenue(sale.quantity(), price, sale.amount()))));
        } else if (price.max(sale.quantity().times(price).abs()).compareTo(REVENUE_LIMIT) >= 0) {
            resolved.reject(new QuarantinedRow(
                    sale.line(),
                    Status.REJECTED,
                    List.of(tooMuch(sale, price)),
                    chunk.rawAtLine(sale.line()),
                    sale.occurrence(),
                    sale.unloaded(null)));
        } else {
            resolved.add(sale, customer, product.key(), price);
        }
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
                    "expected a price here or for product " + sale.productId() + " but found neither; this sale loads"
                            + " when a products file brings the price"));
        }
        return faults;
    }

    private static Fault unknown(Reason reason, String what, String id) {
        return new Fault(
                reason,
                what + "_id",
                id,
                "expected a known " + what + " but found " + id + "; this sale loads when a " + what
                        + "s file brings this " + what);
    }

    private static Fault tooMuch(Sale sale, BigDecimal price) {
        return new Fault(
                Reason.BAD_PRICE,
                "price",
                price.toPlainString(),
                "expected a price and a revenue below 900,000,000,000,000 but found " + sale.quantity() + " × "
                        + price.toPlainString());
    }
}
