package org.salesetl.chart;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/** Makes the line below the title of a chart. The line names the measure and its unit, and says what the chart leaves out. */
final class Subtitles {

    private Subtitles() {}

    static String of(Answer answer, int shown) {
        return switch (answer.metric()) {
            case TOP_CUSTOMERS -> top(shown, "customers by revenue", "Revenue by customer") + currency(answer);
            case MONTHLY_REVENUE -> "Revenue by " + answer.by().label() + currency(answer) + gaps(answer);
            case BEST_SELLING_PRODUCTS -> top(shown, "products by units sold", "Units sold by product");
            case CATEGORY_REVENUE -> "Revenue by category" + currency(answer) + first(answer, shown, "categories");
            case AVERAGE_ORDER_VALUE -> "Revenue per order by " + answer.by().label() + currency(answer) + gaps(answer);
            case ORDERS_PER_WEEKDAY -> "Number of orders by weekday";
            case QUANTITY_PER_CATEGORY -> "Units sold by category" + first(answer, shown, "categories");
            case TOP_CITIES -> top(shown, "cities by revenue", "Revenue by city") + currency(answer);
            case CUSTOMER_DISTRIBUTION -> "Number of customers by city" + first(answer, shown, "cities");
            case PRICE_VS_QUANTITY ->
                answer.size() < 2
                        ? "Units sold by price, one point for each product"
                        : "Units sold by price, one point for each of "
                                + answer.numbers().count(answer.size()) + " products";
        };
    }

    private static String currency(Answer answer) {
        String code = answer.numbers().currencyCode();
        return ", in " + (code == null ? "the currency of the sales files" : code);
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

    private static String top(int shown, String best, String otherwise) {
        return shown > 1 ? "Top %d %s".formatted(shown, best) : otherwise;
    }

    private static String first(Answer answer, int shown, String things) {
        return shown < answer.size()
                ? " · first %d of %s %s".formatted(shown, answer.numbers().count(answer.size()), things)
                : "";
    }
}
