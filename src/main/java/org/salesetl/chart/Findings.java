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
import org.salesetl.metric.MetricResult;
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
     * One sentence in the language of the installation. The sentence is plain text, not escaped for HTML.
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
            case TOP_CITIES -> ranking(answer, "best-cities", BEST, totals);
            case BEST_SELLING_PRODUCTS -> ranking(answer, "products", BEST, totals);
            case CUSTOMER_DISTRIBUTION -> ranking(answer, "cities", ALL, totals);
            case MONTHLY_REVENUE -> overTime(answer);
            case AVERAGE_ORDER_VALUE -> averageOrderValue(answer);
            case ORDERS_PER_WEEKDAY -> WeekdayFinding.of(answer);
            case PRICE_VS_QUANTITY -> PriceFinding.of(answer);
        };
    }

    /** The line below the title of a chart: what it measures, in which unit, and what it leaves out. Empty if there is nothing to show. */
    public String subtitle(MetricResult result) {
        Answer answer = new Answer(result, numbers);
        return answer.isEmpty() ? "" : Subtitles.of(answer, Math.min(NamedBars.MOST_BARS, answer.size()));
    }

    private static String ranking(Answer answer, String things, boolean all, SliceTotals totals) {
        List<BigDecimal> values = answer.values();
        BigDecimal highest = Collections.max(values);
        String amount = answer.format(highest);
        List<Integer> leaders = rowsWith(values, highest);
        String measure = answer.measure().label();

        if (values.size() == 1) {
            return answer.say(
                    answer.measure() == Measure.CUSTOMERS ? "finding.only.selected" : "finding.only." + things,
                    name(answer, 0),
                    answer.withUnit(highest));
        }
        if (highest.signum() <= 0) {
            return answer.say(
                    "finding.none-above." + things,
                    answer.say("finding.some." + measure),
                    leaders.size(),
                    leaders(answer, leaders, "finding.these." + things),
                    amount);
        }
        if (leaders.size() == values.size()) {
            return answer.say(
                    "finding.same." + measure,
                    values.size() == 2
                            ? answer.say("finding.both." + things)
                            : answer.say("finding.all." + things, answer.words(values.size())),
                    amount);
        }
        // an order with two categories is one order of each, so the total of orders is less than the sum
        boolean isSum = all && answer.measure() != Measure.ORDERS;
        BigDecimal total = isSum ? sum(values) : totals.of(answer.measure());
        String share = share(answer, highest, leaders.size(), total);
        if (isSum && !share.isEmpty()) {
            share += " " + answer.say("finding.over." + things, answer.words(values.size()));
        }
        return answer.say(
                        "finding.most." + measure,
                        leaders(answer, leaders, "finding.these." + things),
                        leaders.size() == 1 ? amount : answer.say("finding.each", amount))
                + share
                + (leaders.size() == 1 ? lead(answer, highest) : "")
                + ".";
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
        return answer.say(
                leaders == 1 ? "finding.share" : "finding.share-together",
                answer.numbers().percent(together, total));
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
            return answer.say("finding.just-ahead", name);
        }
        if (times < NEARLY_TWICE) {
            return answer.say("finding.more-than", answer.numbers().percent(highest.subtract(second), second), name);
        }
        return answer.say(
                answer.measure().isCount() ? "finding.as-many" : "finding.as-much", times(answer, times), name);
    }

    private static String times(Answer answer, double times) {
        if (times > HUNDRED) {
            return answer.say("finding.times.hundred");
        }
        int whole = (int) Math.round(times);
        if (Math.abs(times - whole) > MOST_ROUNDING * times) {
            return answer.say("finding.times.decimal", answer.numbers().decimal(times, 1));
        }
        return whole == 2 ? answer.say("finding.times.twice") : answer.say("finding.times.whole", answer.words(whole));
    }

    private static String overTime(Answer answer) {
        String unit = answer.by().label();
        List<BigDecimal> values = answer.values();
        BigDecimal highest = Collections.max(values);
        int last = values.size() - 1;
        if (last == 0) {
            return answer.say("finding.period.only." + unit, period(answer, 0), answer.amount(highest));
        }
        List<Integer> peaks = rowsWith(values, highest);
        if (peaks.size() == values.size()) {
            return answer.say(
                    "finding.period.each." + unit,
                    answer.words(values.size()),
                    period(answer, 0),
                    period(answer, last),
                    answer.amount(highest));
        }
        String amount = answer.amount(highest);
        String peak = answer.say(
                highest.signum() > 0 ? "finding.period.peak" : "finding.period.never",
                answer.measure().title(answer.numbers().words()),
                at(answer, peaks),
                peaks.size() > 1 ? answer.say("finding.each", amount) : amount);
        if (peaks.contains(last)) {
            return peak + (peaks.size() == 1 ? answer.say("finding.period.is-last." + unit) : "") + ".";
        }
        return peak
                + answer.say(
                        "finding.period.last." + unit,
                        period(answer, last),
                        part(answer, last, answer.amount(values.get(last))));
    }

    private static String averageOrderValue(Answer answer) {
        String unit = answer.by().label();
        List<BigDecimal> values = answer.values();
        BigDecimal highest = Collections.max(values);
        String worth = answer.numbers().money(highest);
        int last = values.size() - 1;
        if (last == 0) {
            return answer.say("finding.order.only." + unit, capital(at(answer, List.of(0))), worth);
        }
        List<Integer> peaks = rowsWith(values, highest);
        if (peaks.size() == values.size()) {
            return answer.say(
                    "finding.order.each." + unit,
                    answer.words(values.size()),
                    period(answer, 0),
                    period(answer, last),
                    worth);
        }
        String peak = answer.say("finding.order.peak", at(answer, peaks), worth);
        if (peaks.contains(last)) {
            return peak + (peaks.size() == 1 ? answer.say("finding.period.is-last." + unit) : "") + ".";
        }
        return peak
                + answer.say(
                        "finding.order.last." + unit,
                        period(answer, last),
                        part(answer, last, answer.numbers().money(values.get(last))));
    }

    static List<Integer> rowsWith(List<BigDecimal> values, BigDecimal value) {
        return IntStream.range(0, values.size())
                .filter(row -> values.get(row).compareTo(value) == 0)
                .boxed()
                .toList();
    }

    /** The leaders by their names; if there are many, their number. */
    static String leaders(Answer answer, List<Integer> rows, String things) {
        return rows.size() > NAMED_AT_MOST
                ? answer.say(things, answer.words(rows.size()))
                : and(answer, rows.stream().map(row -> name(answer, row)).toList());
    }

    private static String at(Answer answer, List<Integer> rows) {
        String unit = answer.by().label();
        return rows.size() > NAMED_AT_MOST
                ? answer.say("finding.at-many." + unit, answer.words(rows.size()))
                : answer.say(
                        "finding.at." + unit,
                        and(
                                answer,
                                rows.stream().map(row -> period(answer, row)).toList()));
    }

    private static String and(Answer answer, List<String> names) {
        int last = names.size() - 1;
        return last == 0
                ? names.get(0)
                : answer.say("finding.and", String.join(", ", names.subList(0, last)), names.get(last));
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
            case WEEK -> answer.say("finding.week", firstDay.format(day));
            case DAY -> firstDay.format(day);
        };
    }

    /** The value of a period; if the period is not whole, with words for that, so that nobody reads the value as a fall. */
    private static String part(Answer answer, int row, String value) {
        String part = answer.part(row);
        return part.isEmpty() ? value : answer.say("finding.part." + part, value);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
