package org.salesetl.rule;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.salesetl.validation.UnloadedSale;
import org.salesetl.vocabulary.NoCustomer;
import org.salesetl.vocabulary.Quantity;

/**
 * A sale in a file: one product in one order.
 *
 * @param line the line that it came from
 * @param saleId the business key
 * @param occurrence the number of the sale among those of this product in this order; null if the sale has an id of its own
 * @param orderId the id of its order
 * @param customerId who bought; empty if nobody says
 * @param productId what was bought
 * @param date the calendar date as written
 * @param quantity negative for a return
 * @param unitPrice the price of one unit; null if the product's price applies
 * @param amount the price of all units together, if the file gives that instead; else null
 * @param cost what all units have cost, if the file says so, in the sale's currency; else null
 * @param currency the code of the currency of price, amount and cost; null for the currency of the warehouse
 * @param described what the row says about its customer and product besides their ids; null if the file has no such columns
 */
public record Sale(
        int line,
        String saleId,
        @Nullable Integer occurrence,
        String orderId,
        String customerId,
        String productId,
        LocalDate date,
        Quantity quantity,
        @Nullable BigDecimal unitPrice,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal cost,
        @Nullable String currency,
        @Nullable Described described)
        implements Serializable {

    /** Whether the sale has no customer. */
    public boolean isGuestSale() {
        return customerId.equals(NoCustomer.ID);
    }

    /** The sale as one that has not loaded, with the revenue that it would have in the warehouse; null if that is not known. */
    public UnloadedSale unloaded(@Nullable BigDecimal revenue) {
        return new UnloadedSale(
                saleId,
                date,
                customerId,
                productId,
                revenue,
                currency,
                currency == null ? null : SaleRules.revenue(quantity, unitPrice, amount));
    }

    /** The city that the row names; null if it names none, and the city of the customer counts. */
    public @Nullable String city() {
        return described == null ? null : described.city();
    }
}
