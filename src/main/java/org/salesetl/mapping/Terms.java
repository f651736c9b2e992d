package org.salesetl.mapping;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How the sales of a file load although something about them is unusual.
 *
 * @param guests whether a sale without a customer loads
 * @param returns whether a sale with a negative quantity loads
 * @param countedDates whether a mere number counts as a date: the days that a spreadsheet counts, or the seconds since 1970
 * @param revenue what the revenue is where a row has price and amount; null if the mapping decides
 * @param discounts what the numbers of discounts count
 * @param ordersOfDay whether the numbers of orders start again each day, so that a number and its day together are an order
 */
public record Terms(
        boolean guests,
        boolean returns,
        boolean countedDates,
        @Nullable RevenueSource revenue,
        DiscountUnit discounts,
        boolean ordersOfDay)
        implements Serializable {

    /** None of them loads. */
    public static final Terms STRICT = new Terms(false, false);

    public Terms(boolean guests, boolean returns) {
        this(guests, returns, false, null, DiscountUnit.MONEY, false);
    }

    /** The same terms, with sales without a customer. */
    public Terms withGuests() {
        return new Terms(true, returns, countedDates, revenue, discounts, ordersOfDay);
    }

    /** The same terms, with returns. */
    public Terms withReturns() {
        return new Terms(guests, true, countedDates, revenue, discounts, ordersOfDay);
    }

    /** The same terms, where counted dates are dates, or are none. */
    public Terms withCountedDates(boolean are) {
        return new Terms(guests, returns, are, revenue, discounts, ordersOfDay);
    }

    /** The same terms, with another source of the revenue. */
    public Terms with(RevenueSource source) {
        return new Terms(guests, returns, countedDates, source, discounts, ordersOfDay);
    }

    /** The same terms, with discounts in another unit. */
    public Terms with(DiscountUnit unit) {
        return new Terms(guests, returns, countedDates, revenue, unit, ordersOfDay);
    }

    /** The same terms, where the numbers of orders start again each day. */
    public Terms withOrdersOfDay() {
        return new Terms(guests, returns, countedDates, revenue, discounts, true);
    }
}
