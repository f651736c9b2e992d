package org.salesetl.sale;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.salesetl.quarantine.QuarantinedRow;
import org.salesetl.quarantine.QuarantinedRow.Status;
import org.salesetl.quarantine.Verdicts;
import org.salesetl.rollup.SoldLine;
import org.salesetl.rule.Sale;
import org.salesetl.rule.SaleRules;
import org.salesetl.text.Chunk;
import org.salesetl.validation.Fault;
import org.salesetl.validation.Reason;
import org.salesetl.warehouse.DimensionKeys;
import org.salesetl.warehouse.DimensionKeys.ProductKey;
import org.salesetl.warehouse.ExchangeRates;
import org.springframework.stereotype.Component;

/** Looks up the customers and products of sales, and the rates of their currencies, and separates sales that can load from sales that have to wait. */
@Component
class SaleResolver {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final DimensionKeys keys;
    private final ExchangeRates rates;

    SaleResolver(DimensionKeys keys, ExchangeRates rates) {
        this.keys = keys;
        this.rates = rates;
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
        ProductKey known = keys.product(sale.productId());
        BigDecimal price = sale.unitPrice() == null && known != null ? known.price() : sale.unitPrice();
        BigDecimal rate = sale.currency() == null ? null : rates.of(sale.currency(), sale.date());
        boolean waitsForRate = sale.currency() != null && rate == null;
        if (customer == null || known == null || price == null || waitsForRate) {
            resolved.park(
                    sale,
                    new QuarantinedRow(
                            sale.line(),
                            Status.PARKED,
                            waitsFor(sale, customer, known, price, waitsForRate),
                            chunk.rawAtLine(sale.line()),
                            null,
                            sale.unloaded(waitsForRate ? null : revenue(sale, price, rate))));
            return;
        }
        BigDecimal product = sale.quantity().times(price);
        if (isTooMuch(price.max(product.abs()), rate)) {
            resolved.reject(new QuarantinedRow(
                    sale.line(),
                    Status.REJECTED,
                    List.of(tooMuch(sale, price)),
                    chunk.rawAtLine(sale.line()),
                    sale.occurrence(),
                    sale.unloaded(null)));
            return;
        }
        BigDecimal original = sale.amount() == null ? product : sale.amount();
        resolved.add(KeyedSale.of(
                sale, resolved.load().fileId(), customer, known, cityKey(sale.city()), price, original, rate));
    }

    private int cityKey(@Nullable String city) {
        return city == null
                ? SoldLine.NO_CITY
                : requireNonNull(keys.city(city), "a wide file is read for its cities first");
    }

    /** The revenue in the currency of the warehouse; null if it is not known, or too large. */
    private static @Nullable BigDecimal revenue(Sale sale, @Nullable BigDecimal price, @Nullable BigDecimal rate) {
        BigDecimal original = SaleRules.revenue(sale.quantity(), price, sale.amount());
        return original == null || isTooMuch(original.abs(), rate) ? null : KeyedSale.converted(original, rate);
    }

    /** An original amount has to fit into its column too. */
    private static boolean isTooMuch(BigDecimal amount, @Nullable BigDecimal rate) {
        return amount.max(KeyedSale.converted(amount, rate)).compareTo(SaleRules.REVENUE_LIMIT) >= 0;
    }

    private static List<Fault> waitsFor(
            Sale sale,
            @Nullable Integer customer,
            @Nullable ProductKey product,
            @Nullable BigDecimal price,
            boolean waitsForRate) {
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
        if (waitsForRate) {
            String currency = String.valueOf(sale.currency());
            faults.add(new Fault(
                    Reason.MISSING_RATE,
                    "currency",
                    currency,
                    "sales in " + currency + " wait for the rate of " + currency + " on " + DAY.format(sale.date())
                            + ", or on one of the six days before: drop a file with the columns date, currency, rate"));
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
