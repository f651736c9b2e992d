package org.salesetl.chart;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.salesetl.metric.MetricResult;
import org.springframework.stereotype.Component;

/** Says in one sentence what a chart shows, for readers who cannot see it. Safe to use from many threads at once. */
@Component
public class Findings {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    /** More names than these make a list, not a finding. */
    private static final int NAMED_AT_MOST = 3;

    /** Whether the rows of a ranking are everything, or only the best of it. */
    private static final boolean ALL = true;

    private static final boolean BEST = false;

    private static final int LONGEST_NAME = 80;

    /** One plain English sentence, computed from the rows alone: plain text, not escaped for HTML. */
    public String finding(MetricResult result) {
        Answer answer = new Answer(result);
        if (answer.isEmpty()) {
            return answer.emptyMessage() + ".";
        }
        return switch (result.metric()) {
            case TOP_CUSTOMERS -> ranking(answer, "customer", "customers", "brings", "bring", BEST);
            case CATEGORY_REVENUE -> ranking(answer, "category", "categories", "brings", "bring", ALL);
            case TOP_CITIES -> ranking(answer, "city", "cities", "brings", "bring", BEST);
            case BEST_SELLING_PRODUCTS -> ranking(answer, "product", "products", "sells", "sell", BEST);
            case QUANTITY_PER_CATEGORY -> ranking(answer, "category", "categories", "sells", "sell", ALL);
            case CUSTOMER_DISTRIBUTION -> ranking(answer, "city", "cities", "has", "have", ALL);
            case MONTHLY_REVENUE -> monthlyRevenue(answer);
            case AVERAGE_ORDER_VALUE -> averageOrderValue(answer);
            case ORDERS_PER_WEEKDAY -> weekdays(answer);
            case PRICE_VS_QUANTITY -> PriceFinding.of(answer);
        };
    }

    private static String ranking(
            Answer answer, String thing, String things, String does, String doTogether, boolean all) {
        List<BigDecimal> values = answer.values();
        BigDecimal highest = Collections.max(values);
        String amount = answer.measure().format(highest);
        List<Integer> leaders = rowsWith(values, highest);
        String measure = switch (answer.measure()) {
            case REVENUE, REVENUE_PER_ORDER -> "revenue";
            case UNITS -> "units";
            case ORDERS -> "orders";
            case CUSTOMERS -> "customers";
        };

        if (values.size() == 1) {
            return "The only %s in this %s is %s, with %s."
                    .formatted(
                            thing,
                            answer.measure() == Measure.CUSTOMERS ? "selection" : "range",
                            name(answer, 0),
                            amountOf(answer, highest));
        }
        if (highest.signum() <= 0) {
            return "No %s in this range has %s above zero; the highest %s %s, with %s."
                    .formatted(
                            thing,
                            answer.measure() == Measure.REVENUE ? "revenue" : "a number of " + measure,
                            leaders.size() == 1 ? "is" : "are",
                            leaders(answer, leaders, things),
                            amount);
        }
        if (leaders.size() == values.size()) {
            return "%s %s%s %s the same %s, %s each."
                    .formatted(
                            values.size() == 2 ? "Both" : "All " + Numbers.words(values.size()),
                            things,
                            all ? "" : " shown",
                            doTogether,
                            answer.measure() == Measure.REVENUE ? measure : "number of " + measure,
                            amount);
        }
        String share = share(values, highest, leaders.size(), things, all);
        return leaders.size() == 1
                ? "%s %s the most %s, %s%s.".formatted(name(answer, leaders.get(0)), does, measure, amount, share)
                : "%s %s the most %s, %s each%s."
                        .formatted(subject(answer, leaders, things), doTogether, measure, amount, share);
    }

    /** A share of a sum in which some values are negative would mislead. */
    private static String share(List<BigDecimal> values, BigDecimal highest, int leaders, String things, boolean all) {
        if (values.stream().anyMatch(value -> value.signum() < 0)) {
            return "";
        }
        return (all ? "%s%s of the total over %s %s" : "%s%s of the %s %s shown")
                .formatted(
                        leaders == 1 ? ", " : ", together ",
                        Numbers.percent(highest.multiply(BigDecimal.valueOf(leaders)), sum(values)),
                        Numbers.words(values.size()),
                        things);
    }

    private static String monthlyRevenue(Answer answer) {
        List<YearMonth> months = answer.months();
        List<BigDecimal> values = answer.values();
        BigDecimal highest = Collections.max(values);
        int last = values.size() - 1;
        if (last == 0) {
            return "The only month with sales, %s, brought %s.".formatted(month(months.get(0)), Numbers.money(highest));
        }
        List<Integer> peaks = rowsWith(values, highest);
        if (peaks.size() == values.size()) {
            return "Each of the %s months with sales, %s to %s, brought %s."
                    .formatted(
                            Numbers.words(values.size()),
                            month(months.get(0)),
                            month(months.get(last)),
                            Numbers.money(highest));
        }
        String start = highest.signum() > 0
                ? "Revenue peaked in %s at %s"
                : "Revenue was never above zero, highest in %s at %s";
        String peak =
                start.formatted(months(months, peaks), Numbers.money(highest) + (peaks.size() > 1 ? " each" : ""));
        return peaks.contains(last)
                ? peak + (peaks.size() == 1 ? ", the last month." : ".")
                : "%s; the last month, %s, brought %s."
                        .formatted(peak, month(months.get(last)), Numbers.money(values.get(last)));
    }

    private static String averageOrderValue(Answer answer) {
        List<YearMonth> months = answer.months();
        List<BigDecimal> values = answer.values();
        BigDecimal highest = Collections.max(values);
        int last = values.size() - 1;
        if (last == 0) {
            return "In %s, the only month with sales, an order was worth %s on average."
                    .formatted(month(months.get(0)), Numbers.money(highest));
        }
        List<Integer> peaks = rowsWith(values, highest);
        if (peaks.size() == values.size()) {
            return "In each of the %s months with sales, %s to %s, an order was worth %s on average."
                    .formatted(
                            Numbers.words(values.size()),
                            month(months.get(0)),
                            month(months.get(last)),
                            Numbers.money(highest));
        }
        String peak = "An order was worth the most in %s, %s on average"
                .formatted(months(months, peaks), Numbers.money(highest));
        return peaks.contains(last)
                ? peak + (peaks.size() == 1 ? ", the last month." : ".")
                : "%s; in the last month, %s, it was worth %s."
                        .formatted(peak, month(months.get(last)), Numbers.money(values.get(last)));
    }

    private static String weekdays(Answer answer) {
        List<BigDecimal> values = answer.values();
        BigDecimal most = Collections.max(values);
        BigDecimal fewest = Collections.min(values);
        BigDecimal total = sum(values);
        List<Integer> busiest = rowsWith(values, most);
        if (most.compareTo(total) == 0) {
            return total.compareTo(BigDecimal.ONE) == 0
                    ? "The only order came on a %s.".formatted(name(answer, busiest.get(0)))
                    : "All %s orders came on %ss.".formatted(Numbers.count(total), name(answer, busiest.get(0)));
        }
        if (most.compareTo(fewest) == 0) {
            return "Every weekday has the same number of orders, %s.".formatted(Numbers.count(most));
        }
        List<Integer> quietest = rowsWith(values, fewest);
        String all = "%s of %s".formatted(Numbers.count(most), Numbers.count(total));
        String peak = busiest.size() == 1
                ? "%s has the most orders, %s (%s)"
                        .formatted(subject(answer, busiest, "weekdays"), all, Numbers.percent(most, total))
                : "%s have the most orders, %s each".formatted(subject(answer, busiest, "weekdays"), all);
        String low = fewest.signum() == 0
                ? "there are none on " + leaders(answer, quietest, "other weekdays")
                : "the fewest on %s, %s%s"
                        .formatted(
                                leaders(answer, quietest, "other weekdays"),
                                Numbers.count(fewest),
                                quietest.size() > 1 ? " each" : "");
        return peak + "; " + low + ".";
    }

    /** A value with its unit: {@code 1 unit}, {@code revenue of 12.00}. */
    private static String amountOf(Answer answer, BigDecimal value) {
        boolean one = value.compareTo(BigDecimal.ONE) == 0;
        return switch (answer.measure()) {
            case REVENUE, REVENUE_PER_ORDER -> "revenue of " + Numbers.money(value);
            case UNITS -> Numbers.count(value) + (one ? " unit" : " units");
            case ORDERS -> Numbers.count(value) + (one ? " order" : " orders");
            case CUSTOMERS -> Numbers.count(value) + (one ? " customer" : " customers");
        };
    }

    private static List<Integer> rowsWith(List<BigDecimal> values, BigDecimal value) {
        return IntStream.range(0, values.size())
                .filter(row -> values.get(row).compareTo(value) == 0)
                .boxed()
                .toList();
    }

    private static String leaders(Answer answer, List<Integer> rows, String things) {
        return rows.size() > NAMED_AT_MOST
                ? Numbers.words(rows.size()) + " " + things
                : and(rows.stream().map(row -> name(answer, row)).toList());
    }

    /** The leaders at the start of a sentence; a name keeps its own first letter. */
    private static String subject(Answer answer, List<Integer> rows, String things) {
        String leaders = leaders(answer, rows, things);
        return rows.size() > NAMED_AT_MOST
                ? leaders.substring(0, 1).toUpperCase(Locale.ROOT) + leaders.substring(1)
                : leaders;
    }

    private static String months(List<YearMonth> months, List<Integer> rows) {
        return rows.size() > NAMED_AT_MOST
                ? Numbers.words(rows.size()) + " months"
                : and(rows.stream().map(row -> month(months.get(row))).toList());
    }

    private static String and(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static String name(Answer answer, int row) {
        return Labels.shorten(answer.names().get(row).unique(), LONGEST_NAME);
    }

    private static String month(YearMonth month) {
        return month.format(MONTH);
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
