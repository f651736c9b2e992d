package org.salesetl.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesetl.metric.Measure;
import org.salesetl.metric.Metric;
import org.salesetl.metric.MetricResult;
import org.salesetl.rollup.Grain;
import org.salesetl.web.NumberStyle;
import org.springframework.stereotype.Component;

/** Says in one sentence what a chart shows, for readers who cannot see it. Safe to use from many threads at once. */
@Component
public class Findings {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu");

    /** A sentence with more names would be too long; it has a number instead. */
    private static final int NAMED_AT_MOST = 3;

    /** Whether a ranking has all rows, or only the best rows. */
    private static final boolean ALL = true;

    private static final boolean BEST = false;

    private static final int LONGEST_NAME = 80;

    /** Below 1.05 times the second value, the first is "just ahead"; below 1.95 times, the sentence has per cent. */
    private static final double JUST_AHEAD = 1.05;

    private static final double NEARLY_TWICE = 1.95;

    private static final double HUNDRED = 100;

    /** A ratio this close to a whole number is written as a whole number. */
    private static final double MOST_ROUNDING = 0.025;

    private final NumberStyle numbers;

    Findings(NumberStyle numbers) {
        this.numbers = numbers;
    }

    /**
     * One English sentence. The sentence is plain text, not escaped for HTML.
     *
     * @param totals the totals of the slice that the answer is about
     */
    public String finding(MetricResult result, SliceTotals totals) {
        Answer answer = new Answer(result, numbers);
        if (answer.isEmpty()) {
            return answer.emptyMessage() + ".";
        }
        return switch (result.metric()) {
            case TOP_CUSTOMERS -> ranking(answer, "customers", BEST, totals);
            case CATEGORY_REVENUE, QUANTITY_PER_CATEGORY -> ranking(answer, "categories", ALL, totals);
            case TOP_CITIES -> ranking(answer, "cities", BEST, totals);
            case BEST_SELLING_PRODUCTS -> ranking(answer, "products", BEST, totals);
            case CUSTOMER_DISTRIBUTION -> ranking(answer, "cities", ALL, totals);
            case MONTHLY_REVENUE -> overTime(answer);
            case AVERAGE_ORDER_VALUE -> averageOrderValue(answer);
            case ORDERS_PER_WEEKDAY -> WeekdayFinding.of(answer);
            case PRICE_VS_QUANTITY -> PriceFinding.of(answer);
        };
    }

    private static String ranking(Answer answer, String things, boolean all, SliceTotals totals) {
        String thing = answer.metric().thing();
        String does = verb(answer).equals("have") ? "has" : verb(answer) + "s";
        String doTogether = verb(answer);
        List<BigDecimal> values = answer.values();
        BigDecimal highest = Collections.max(values);
        String amount = answer.format(highest);
        List<Integer> leaders = rowsWith(values, highest);
        String measure = answer.measureInSentence();

        if (values.size() == 1) {
            return "The only %s in this %s is %s, with %s."
                    .formatted(
                            thing,
                            answer.measure() == Measure.CUSTOMERS ? "selection" : "range",
                            name(answer, 0),
                            answer.withUnit(highest));
        }
        if (highest.signum() <= 0) {
            return "No %s in this range has %s above zero; the highest %s %s, with %s."
                    .formatted(
                            thing,
                            answer.measure().isCount() ? "a number of " + measure : measure,
                            leaders.size() == 1 ? "is" : "are",
                            leaders(answer, leaders, things),
                            amount);
        }
        if (leaders.size() == values.size()) {
            return "%s %s%s %s the same %s, %s each."
                    .formatted(
                            values.size() == 2 ? "Both" : "All " + answer.words(values.size()),
                            things,
                            all ? "" : " shown",
                            doTogether,
                            answer.measure().isCount() ? "number of " + measure : measure,
                            amount);
        }
        // an order with two categories is one order of each, so the total of orders is less than the sum
        boolean isSum = all && answer.measure() != Measure.ORDERS;
        BigDecimal total = isSum ? sum(values) : totals.of(answer.measure());
        String share = share(answer, highest, leaders.size(), total);
        if (isSum && !share.isEmpty()) {
            share += " over " + answer.words(values.size()) + " " + things;
        }
        return leaders.size() == 1
                ? "%s %s the most %s, %s%s%s."
                        .formatted(name(answer, leaders.get(0)), does, measure, amount, share, lead(answer, highest))
                : "%s %s the most %s, %s each%s."
                        .formatted(subject(answer, leaders, things), doTogether, measure, amount, share);
    }

    /**
     * The share of the leaders in the total. Empty if a value is negative, because a share of such a total would mislead.
     *
     * @param total the total of the slice; null if not known
     */
    private static String share(Answer answer, BigDecimal highest, int leaders, @Nullable BigDecimal total) {
        BigDecimal together = highest.multiply(BigDecimal.valueOf(leaders));
        boolean mayOverlap = leaders > 1 && answer.measure() == Measure.ORDERS;
        if (total == null
                || mayOverlap
                || total.compareTo(together) < 0
                || answer.values().stream().anyMatch(value -> value.signum() < 0)) {
            return "";
        }
        return (leaders == 1 ? ", " : ", together ") + answer.numbers().percent(together, total) + " of the total";
    }

    /** What the leaders of a ranking do. */
    private static String verb(Answer answer) {
        return switch (answer.measure()) {
            case REVENUE, PROFIT, REVENUE_PER_ORDER -> "bring";
            case UNITS -> answer.metric() == Metric.TOP_CUSTOMERS ? "buy" : "sell";
            case ORDERS, CUSTOMERS -> "have";
        };
    }

    /** How far the only leader is ahead of the second. Empty if several share the second place, or the second value is not positive. */
    private static String lead(Answer answer, BigDecimal highest) {
        List<BigDecimal> values = answer.values();
        BigDecimal second = values.stream()
                .filter(value -> value.compareTo(highest) < 0)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<Integer> next = rowsWith(values, second);
        if (second.signum() <= 0 || next.size() > 1) {
            return "";
        }
        String name = name(answer, next.get(0));
        double times = highest.doubleValue() / second.doubleValue();
        if (times < JUST_AHEAD) {
            return ", just ahead of " + name;
        }
        if (times < NEARLY_TWICE) {
            return ", %s more than %s".formatted(answer.numbers().percent(highest.subtract(second), second), name);
        }
        return ", " + times(answer, times) + (answer.measure().isCount() ? " as many as " : " as much as ") + name;
    }

    private static String times(Answer answer, double times) {
        if (times > HUNDRED) {
            return "more than a hundred times";
        }
        int whole = (int) Math.round(times);
        if (Math.abs(times - whole) > MOST_ROUNDING * times) {
            return answer.numbers().decimal(times, 1) + " times";
        }
        return whole == 2 ? "twice" : answer.words(whole) + " times";
    }

    private static String overTime(Answer answer) {
        String unit = answer.by().label();
        List<BigDecimal> values = answer.values();
        BigDecimal highest = Collections.max(values);
        int last = values.size() - 1;
        if (last == 0) {
            return "The only %s with sales, %s, brought %s.".formatted(unit, period(answer, 0), answer.amount(highest));
        }
        List<Integer> peaks = rowsWith(values, highest);
        if (peaks.size() == values.size()) {
            return "Each of the %s %ss with sales, %s to %s, brought %s."
                    .formatted(
                            answer.words(values.size()),
                            unit,
                            period(answer, 0),
                            period(answer, last),
                            answer.amount(highest));
        }
        String start = highest.signum() > 0 ? "%s peaked %s at %s" : "%s was never above zero, highest %s at %s";
        String peak = start.formatted(
                answer.measure().title(),
                at(answer, peaks),
                answer.amount(highest) + (peaks.size() > 1 ? " each" : ""));
        return peaks.contains(last)
                ? peak + (peaks.size() == 1 ? ", the last " + unit + "." : ".")
                : "%s; the last %s, %s, brought %s%s."
                        .formatted(
                                peak, unit, period(answer, last), answer.amount(values.get(last)), part(answer, last));
    }

    private static String averageOrderValue(Answer answer) {
        String unit = answer.by().label();
        List<BigDecimal> values = answer.values();
        BigDecimal highest = Collections.max(values);
        int last = values.size() - 1;
        if (last == 0) {
            return "%s, the only %s with sales, an order was worth %s on average."
                    .formatted(
                            capital(at(answer, List.of(0))),
                            unit,
                            answer.numbers().money(highest));
        }
        List<Integer> peaks = rowsWith(values, highest);
        if (peaks.size() == values.size()) {
            return "%s each of the %s %ss with sales, %s to %s, an order was worth %s on average."
                    .formatted(
                            capital(in(answer)),
                            answer.words(values.size()),
                            unit,
                            period(answer, 0),
                            period(answer, last),
                            answer.numbers().money(highest));
        }
        String peak = "An order was worth the most %s, %s on average"
                .formatted(at(answer, peaks), answer.numbers().money(highest));
        return peaks.contains(last)
                ? peak + (peaks.size() == 1 ? ", the last " + unit + "." : ".")
                : "%s; %s the last %s, %s, it was worth %s%s."
                        .formatted(
                                peak,
                                in(answer),
                                unit,
                                period(answer, last),
                                answer.numbers().money(values.get(last)),
                                part(answer, last));
    }

    static List<Integer> rowsWith(List<BigDecimal> values, BigDecimal value) {
        return IntStream.range(0, values.size())
                .filter(row -> values.get(row).compareTo(value) == 0)
                .boxed()
                .toList();
    }

    static String leaders(Answer answer, List<Integer> rows, String things) {
        return rows.size() > NAMED_AT_MOST
                ? answer.words(rows.size()) + " " + things
                : and(rows.stream().map(row -> name(answer, row)).toList());
    }

    /** The leaders at the start of a sentence. Names are not capitalised. */
    static String subject(Answer answer, List<Integer> rows, String things) {
        String leaders = leaders(answer, rows, things);
        return rows.size() > NAMED_AT_MOST ? capital(leaders) : leaders;
    }

    private static String at(Answer answer, List<Integer> rows) {
        return in(answer) + " "
                + (rows.size() > NAMED_AT_MOST
                        ? answer.words(rows.size()) + " " + answer.by().label() + "s"
                        : and(rows.stream().map(row -> period(answer, row)).toList()));
    }

    private static String in(Answer answer) {
        return answer.by() == Grain.DAY ? "on" : "in";
    }

    private static String and(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    static String name(Answer answer, int row) {
        return Labels.shorten(answer.names().get(row).unique(), LONGEST_NAME);
    }

    private static String period(Answer answer, int row) {
        LocalDate firstDay = answer.periods().get(row);
        Locale locale = answer.numbers().locale();
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        return switch (answer.by()) {
            case MONTH -> firstDay.format(MONTH.withLocale(locale));
            case WEEK -> "the week of " + firstDay.format(day);
            case DAY -> firstDay.format(day);
        };
    }

    /** That a period is not whole, so that nobody reads its value as a fall; empty if it is whole. */
    private static String part(Answer answer, int row) {
        String part = answer.part(row);
        if (part.isEmpty()) {
            return "";
        }
        return part.equals("so far") ? " so far" : ", with only a part of its days chosen";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
