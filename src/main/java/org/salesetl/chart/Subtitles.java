package org.salesetl.chart;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;

/** The line below a chart's title, which names the measure, its unit and what the chart leaves out. */
final class Subtitles {

    private static final String CURRENCY = ", in the currency of the sales files";

    private Subtitles() {}

    static String of(Answer answer, int shown) {
        return switch (answer.metric()) {
            case TOP_CUSTOMERS -> top(shown, "customers by revenue", "Revenue by customer") + CURRENCY;
            case MONTHLY_REVENUE -> "Revenue by month" + CURRENCY + gaps(answer);
            case BEST_SELLING_PRODUCTS -> top(shown, "products by units sold", "Units sold by product");
            case CATEGORY_REVENUE -> "Revenue by category" + CURRENCY + first(answer, shown, "categories");
            case AVERAGE_ORDER_VALUE -> "Revenue per order by month" + CURRENCY + gaps(answer);
            case ORDERS_PER_WEEKDAY -> "Number of orders by weekday";
            case QUANTITY_PER_CATEGORY -> "Units sold by category" + first(answer, shown, "categories");
            case TOP_CITIES -> top(shown, "cities by revenue", "Revenue by city") + CURRENCY;
            case CUSTOMER_DISTRIBUTION -> "Number of customers by city" + first(answer, shown, "cities");
            case PRICE_VS_QUANTITY ->
                answer.size() < 2
                        ? "Units sold by price, one point for each product"
                        : "Units sold by price, one point for each of " + Numbers.count(answer.size()) + " products";
        };
    }

    private static String gaps(Answer answer) {
        if (answer.isEmpty()) {
            return "";
        }
        List<YearMonth> months = answer.months();
        long span = Collections.min(months).until(Collections.max(months), ChronoUnit.MONTHS) + 1;
        return span > months.size() ? " · gaps are months without sales" : "";
    }

    private static String top(int shown, String best, String otherwise) {
        return shown > 1 ? "Top %d %s".formatted(shown, best) : otherwise;
    }

    private static String first(Answer answer, int shown, String things) {
        return shown < answer.size()
                ? " · first %d of %s %s".formatted(shown, Numbers.count(answer.size()), things)
                : "";
    }
}
