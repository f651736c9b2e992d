package org.salesetl.chart;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
        return answer.metric().isOverTime() ? " · pale line: a year before" : " · mark: a year before";
    }

    private static String shows(Answer answer, int shown) {
        return switch (answer.metric()) {
            case TOP_CUSTOMERS -> top(answer, shown, "customers");
            case BEST_SELLING_PRODUCTS -> top(answer, shown, "products");
            case TOP_CITIES -> top(answer, shown, "cities");
            case CATEGORY_REVENUE, QUANTITY_PER_CATEGORY -> by(answer) + first(answer, shown, "categories");
            case CUSTOMER_DISTRIBUTION -> by(answer) + first(answer, shown, "cities");
            case MONTHLY_REVENUE, AVERAGE_ORDER_VALUE -> by(answer) + gaps(answer);
            case ORDERS_PER_WEEKDAY -> by(answer);
            case PRICE_VS_QUANTITY ->
                answer.size() < 2
                        ? "Units sold by price, one point for each product"
                        : "Units sold by price, one point for each of "
                                + answer.numbers().count(answer.size()) + " products";
        };
    }

    /** What is measured by what, and in which unit. */
    private static String by(Answer answer) {
        return measured(answer) + " by " + answer.result().thing() + unit(answer);
    }

    private static String top(Answer answer, int shown, String things) {
        return shown > 1
                ? "Top %d %s by %s%s"
                        .formatted(shown, things, measured(answer).toLowerCase(Locale.ENGLISH), unit(answer))
                : by(answer);
    }

    private static String measured(Answer answer) {
        return switch (answer.measure()) {
            case ORDERS -> "Number of orders";
            case CUSTOMERS -> "Number of customers";
            case REVENUE, PROFIT, UNITS, REVENUE_PER_ORDER -> answer.measure().title();
        };
    }

    /** The currency of money, and for a profit, for what part of the revenue it is known. */
    private static String unit(Answer answer) {
        if (answer.measure().isCount()) {
            return "";
        }
        String code = answer.numbers().currencyCode();
        KnownCost cost = answer.result().cost();
        return ", in " + (code == null ? "the currency of the sales files" : code)
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
                ? " · gaps are " + answer.by().label() + "s without sales"
                : "";
    }

    private static String first(Answer answer, int shown, String things) {
        return shown < answer.size()
                ? " · first %d of %s %s".formatted(shown, answer.numbers().count(answer.size()), things)
                : "";
    }
}
