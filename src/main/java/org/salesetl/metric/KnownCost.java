package org.salesetl.metric;

import java.math.BigDecimal;
import org.salesetl.web.NumberStyle;

/**
 * For what part of the revenue of a slice the cost is known.
 *
 * @param revenue the revenue of the slice, with two decimals
 * @param costedRevenue the revenue of its sales whose cost is known, with two decimals
 */
public record KnownCost(BigDecimal revenue, BigDecimal costedRevenue) {

    /** For what part, as the end of a sentence. Returns can make a share meaningless; then there are the two amounts. */
    public String inWords(NumberStyle numbers) {
        if (costedRevenue.compareTo(revenue) == 0) {
            return numbers.words().say("cost.all");
        }
        return costedRevenue.signum() < 0 || costedRevenue.compareTo(revenue) > 0
                ? numbers.words().say("cost.amounts", numbers.money(costedRevenue), numbers.money(revenue))
                : numbers.words().say("cost.part", numbers.percent(costedRevenue, revenue));
    }
}
