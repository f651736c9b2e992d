package org.salesetl.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesetl.metric.Measure;
import org.salesetl.metric.Metric;
import org.salesetl.metric.MetricResult;
import org.salesetl.metric.YearBefore;
import org.salesetl.rollup.Grain;
import org.salesetl.web.NumberStyle;

/** The names, periods and numbers of a result, and the style in which numbers are written. */
record Answer(MetricResult result, NumberStyle numbers) {

    private static final int WRITTEN_OUT = 10;

    /** A sentence, or a part of one. */
    String say(String key, Object... values) {
        return numbers.words().say(key, values);
    }

    /** A value in full. */
    String format(BigDecimal value) {
        return measure().isCount() ? numbers.count(value) : numbers.money(value);
    }

    /** A number with the word for the things that it counts, for example {@code 1 unit}. */
    String count(BigDecimal count, Measure counted) {
        return say("count." + counted.label(), numbers.count(count), count);
    }

    /** A value with its unit: {@code 1 unit}, {@code revenue of 12.00}. */
    String withUnit(BigDecimal value) {
        return measure().isCount() ? amount(value) : say("value." + measure().label(), format(value));
    }

    /** A value that says what it is: money as it is, a count with its unit. */
    String amount(BigDecimal value) {
        return measure().isCount() ? count(value, measure()) : format(value);
    }

    /** The measure in the middle of a sentence, as in "the same revenue". */
    String measureInSentence() {
        return say("measure.in-sentence." + measure().label());
    }

    /** Zero to ten as words, larger numbers as digits. */
    String words(int count) {
        return count <= WRITTEN_OUT ? say("number." + count) : numbers.count(count);
    }

    Metric metric() {
        return result.metric();
    }

    Measure measure() {
        return result.measure();
    }

    /** The question, or what the chart shows if a measure is chosen. */
    String title() {
        return result.title(numbers.words());
    }

    int size() {
        return result.rows().size();
    }

    /** Whether the answer has nothing to draw. An answer about weekdays always has seven rows, and is empty if all values are zero. */
    boolean isEmpty() {
        return metric() == Metric.ORDERS_PER_WEEKDAY
                ? values().stream().allMatch(value -> value.signum() == 0)
                : size() == 0;
    }

    /** Where all sales are without a customer, there are sales, and no best customers. */
    String emptyMessage() {
        if (measure() == Measure.PROFIT) {
            return say("empty.cost");
        }
        return switch (metric()) {
            case TOP_CUSTOMERS, CUSTOMER_DISTRIBUTION -> say("empty.customers");
            case MONTHLY_REVENUE,
                    BEST_SELLING_PRODUCTS,
                    CATEGORY_REVENUE,
                    AVERAGE_ORDER_VALUE,
                    ORDERS_PER_WEEKDAY,
                    QUANTITY_PER_CATEGORY,
                    TOP_CITIES,
                    PRICE_VS_QUANTITY -> say("empty.sales");
        };
    }

    /** The value of each row, which is in the last column of every metric. */
    List<BigDecimal> values() {
        return numbers(result.columns().size() - 1);
    }

    /** Whether there is nothing between two neighbouring whole numbers: true for counts, and for quantities without decimals. */
    boolean isWhole() {
        return measure().isCount() && values().stream().allMatch(value -> value.scale() == 0);
    }

    /** The value of each row a year before; null for rows that had none, and for all rows if there is no year before. */
    List<@Nullable BigDecimal> valuesBefore() {
        YearBefore before = result.before();
        List<@Nullable BigDecimal> values = new ArrayList<>();
        result.rows().forEach(row -> {
            Object value =
                    before == null ? null : before.values().get(row.get(0).toString());
            values.add(value == null ? null : new BigDecimal(value.toString()));
        });
        return values;
    }

    /** The values of the year before by the period a year later, as {@link #line()}; empty if there is no year before. */
    SortedMap<LocalDate, @Nullable BigDecimal> lineBefore() {
        SortedMap<LocalDate, BigDecimal> sold = new TreeMap<>();
        YearBefore before = result.before();
        if (before != null) {
            before.values()
                    .forEach((period, value) -> sold.put(by().firstDay(period), new BigDecimal(value.toString())));
        }
        return sold.isEmpty() ? new TreeMap<>() : filled(sold, sold.lastKey());
    }

    /** {@code so_far} or {@code in_part} if the period of a row is not whole; empty if it is. */
    String part(int row) {
        return result.partial().getOrDefault(result.rows().get(row).get(0).toString(), "");
    }

    /** The value of each period from the first to the last one that the chart shows; null where there is none to draw. */
    SortedMap<LocalDate, @Nullable BigDecimal> line() {
        SortedMap<LocalDate, BigDecimal> sold = new TreeMap<>();
        List<BigDecimal> values = values();
        List<LocalDate> periods = periods();
        IntStream.range(0, size()).forEach(row -> sold.put(periods.get(row), values.get(row)));
        return filled(sold, lastPeriod());
    }

    /** The last period of the line: if nothing sold counts as zero, the line goes on to the end of the slice. */
    private LocalDate lastPeriod() {
        LocalDate last = Collections.max(periods());
        String until = result.until();
        return until == null || by().firstDay(until).isBefore(last) ? last : by().firstDay(until);
    }

    /** The values of all periods up to the last one. A period without sales is zero or a gap, because a line over the period would show sales that did not happen. */
    private SortedMap<LocalDate, @Nullable BigDecimal> filled(SortedMap<LocalDate, BigDecimal> sold, LocalDate last) {
        SortedMap<LocalDate, @Nullable BigDecimal> line = new TreeMap<>();
        BigDecimal none = result.isZeroWithoutSales() ? BigDecimal.ZERO : null;
        for (LocalDate period = sold.firstKey(); !period.isAfter(last); period = by().next(period)) {
            BigDecimal value = sold.get(period);
            line.put(period, value == null ? none : value);
        }
        return line;
    }

    /** Whether the slice or the data has only a part of a period of the line. */
    boolean isPart(LocalDate period) {
        return result.partial().containsKey(by().text(by().key(period)));
    }

    /** Whether the chart is about other rows than this one, which it shows for comparison. */
    boolean isPale(int row) {
        return !result.highlighted().isEmpty()
                && !result.highlighted().contains(result.rows().get(row).get(0).toString());
    }

    /** The price of each product. */
    List<BigDecimal> prices() {
        return numbers(result.columns().indexOf("price"));
    }

    /** The length of the periods. */
    Grain by() {
        return result.by();
    }

    /** The first day of the period of each row. */
    List<LocalDate> periods() {
        return result.rows().stream()
                .map(row -> by().firstDay(row.get(0).toString()))
                .toList();
    }

    List<Name> names() {
        int nameColumn = Math.max(0, result.columns().indexOf("name"));
        List<String> texts = result.rows().stream()
                .map(row -> row.get(nameColumn).toString())
                .map(name -> metric() == Metric.ORDERS_PER_WEEKDAY
                        ? say("weekday." + name.toLowerCase(Locale.ROOT))
                        : Labels.clean(name))
                .toList();
        Map<String, Long> rowsWithText =
                texts.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return IntStream.range(0, texts.size())
                .mapToObj(row -> new Name(
                        texts.get(row),
                        nameColumn == 0
                                ? ""
                                : Labels.clean(result.rows().get(row).get(0).toString()),
                        rowsWithText.getOrDefault(texts.get(row), 0L) > 1))
                .toList();
    }

    private List<BigDecimal> numbers(int column) {
        return result.rows().stream()
                .map(row -> new BigDecimal(row.get(column).toString()))
                .toList();
    }
}
