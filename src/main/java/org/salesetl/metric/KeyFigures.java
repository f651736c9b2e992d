package org.salesetl.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.rollup.PeriodSums;
import org.salesetl.rollup.Sum;
import org.salesetl.vocabulary.Quantity;

/**
 * The key figures of a slice.
 *
 * @param revenue the revenue with two decimals
 * @param orders the number of distinct orders of each month, added up
 * @param units the number of units sold
 * @param customers the number of customers who bought something
 * @param costedRevenue the revenue of the sales whose cost is known, with two decimals: {@code grossProfit} divided by it is the margin
 * @param grossProfit this revenue less what these sales have cost, with two decimals; null if no cost is known
 * @param averageOrderValue the revenue divided by the orders, rounded half-up once, to two decimals; null if there is no order
 * @param trend the same figures for each day, week or month with a sale, ascending
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KeyFigures(
        BigDecimal revenue,
        long orders,
        Quantity units,
        long customers,
        BigDecimal costedRevenue,
        @Nullable BigDecimal grossProfit,
        @Nullable BigDecimal averageOrderValue,
        List<Point> trend) {

    private static final int MONEY_DECIMALS = 2;

    /**
     * The figures of a day, a week or a month.
     *
     * @param period the month as in {@code 2025-01}, or the first day of the week, or the day, as in {@code 2025-01-31}
     * @param orders the number of distinct orders; an order with sales in two months counts in both months
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Point(
            String period,
            BigDecimal revenue,
            long orders,
            Quantity units,
            long customers,
            BigDecimal costedRevenue,
            @Nullable BigDecimal grossProfit,
            @Nullable BigDecimal averageOrderValue) {}

    static KeyFigures of(PeriodSums slice) {
        List<Point> trend = new ArrayList<>();
        List<Integer> customers = slice.customersOfEach();
        BigDecimal revenue = BigDecimal.ZERO;
        BigDecimal units = BigDecimal.ZERO;
        BigDecimal costedRevenue = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        for (Sum sum : slice.sums()) {
            trend.add(new Point(
                    slice.grain().text(sum.key()),
                    money(sum.revenue()),
                    sum.orders(),
                    new Quantity(sum.quantity()),
                    customers.get(trend.size()),
                    money(sum.costedRevenue()),
                    profit(sum.costedRevenue(), sum.cost()),
                    average(sum.revenue(), sum.orders())));
            revenue = revenue.add(sum.revenue());
            units = units.add(sum.quantity());
            costedRevenue = costedRevenue.add(sum.costedRevenue());
            cost = cost.add(sum.cost());
        }
        return new KeyFigures(
                money(revenue),
                slice.orders(),
                new Quantity(units),
                slice.customers(),
                money(costedRevenue),
                profit(costedRevenue, cost),
                average(revenue, slice.orders()),
                trend);
    }

    private static @Nullable BigDecimal average(BigDecimal exact, long orders) {
        return orders == 0 ? null : exact.divide(BigDecimal.valueOf(orders), MONEY_DECIMALS, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal profit(BigDecimal costedRevenue, BigDecimal cost) {
        return costedRevenue.signum() == 0 && cost.signum() == 0 ? null : money(costedRevenue.subtract(cost));
    }

    private static BigDecimal money(BigDecimal exact) {
        return exact.setScale(MONEY_DECIMALS, RoundingMode.HALF_UP);
    }
}
