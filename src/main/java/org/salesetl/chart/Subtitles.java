package org.salesetl.chart;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.salesetl.metric.KnownCost;

/** Makes the line below the title of a chart. The line names the measure and its unit, and says what the chart leaves out. */
final class Subtitles {

    private Subtitles() {}

    static String of(Answer answer, int shown) {
        return shows(answer, shown) + before(answer);
    }

    private static String before(Answer answer) {
        if (answer.result().before() == null || answer.isEmpty()) {
            return "";
        }
        return " · " + answer.say(answer.metric().isOverTime() ? "subtitle.before-line" : "subtitle.before-mark");
    }

    private static String shows(Answer answer, int shown) {
        return switch (answer.metric()) {
            case TOP_CUSTOMERS, BEST_SELLING_PRODUCTS, TOP_CITIES -> top(answer, shown);
            case CATEGORY_REVENUE, QUANTITY_PER_CATEGORY, CUSTOMER_DISTRIBUTION -> by(answer) + first(answer, shown);
            case MONTHLY_REVENUE, AVERAGE_ORDER_VALUE ->
                by(answer) + (answer.result().isZeroWithoutSales() ? "" : gaps(answer));
            case ORDERS_PER_WEEKDAY -> by(answer);
            case PRICE_VS_QUANTITY -> answer.say("subtitle.prices", answer.size());
        };
    }

    /** What is measured by what, and in which unit. */
    private static String by(Answer answer) {
        return answer.say(
                        "measured.by-" + answer.result().thing(),
                        answer.say("measured." + answer.measure().label()))
                + unit(answer);
    }

    private static String top(Answer answer, int shown) {
        return shown > 1
                ? answer.say(
                                "measured.top-" + answer.result().thing(),
                                shown,
                                answer.say("measured.in-sentence."
                                        + answer.measure().label()))
                        + unit(answer)
                : by(answer);
    }

    /** The currency of money, and for a profit, for what part of the revenue it is known. */
    private static String unit(Answer answer) {
        if (answer.measure().isCount()) {
            return "";
        }
        String code = answer.numbers().currencyCode();
        KnownCost cost = answer.result().cost();
        return (code == null ? answer.say("subtitle.own-currency") : answer.say("subtitle.currency", code))
                + (cost == null ? "" : " · " + cost.inWords(answer.numbers()));
    }

    private static String gaps(Answer answer) {
        if (answer.isEmpty()) {
            return "";
        }
        List<LocalDate> periods = answer.periods();
        LocalDate next = Collections.min(periods);
        for (int i = 1; i < periods.size(); i++) {
            next = answer.by().next(next);
        }
        return next.isBefore(Collections.max(periods))
                ? " · " + answer.say("subtitle.gaps." + answer.by().label())
                : "";
    }

    private static String first(Answer answer, int shown) {
        return shown < answer.size()
                ? " · " + answer.say("subtitle.first-" + answer.result().thing(), shown, answer.size())
                : "";
    }
}
