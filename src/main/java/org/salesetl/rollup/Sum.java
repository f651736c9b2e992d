package org.salesetl.rollup;

import java.math.BigDecimal;

/**
 * One row of sums. In a row of changes, any number but the key may be negative.
 *
 * @param key a customer key, a product key, a date key (20250131), a month (202501) or one of {@link Places}
 * @param sales how many sales
 * @param quantity their units, with four decimals
 * @param revenue their revenue, with four decimals
 * @param cost what the sales with a known cost have cost, with four decimals
 * @param costedRevenue the revenue of these sales, with four decimals: less the cost, it is the gross profit
 * @param unitPrices the sum of their unit prices, with four decimals; zero unless the key is a product's
 * @param orders their distinct orders; zero unless the key is a day or a month
 */
public record Sum(
        int key,
        long sales,
        BigDecimal quantity,
        BigDecimal revenue,
        BigDecimal cost,
        BigDecimal costedRevenue,
        BigDecimal unitPrices,
        long orders) {}
