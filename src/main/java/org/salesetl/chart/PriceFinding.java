package org.salesetl.chart;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.salesetl.metric.Measure;

/** Says in a sentence whether cheaper products sell more. The sentence claims no more than the points show. */
final class PriceFinding {

    private static final int ENOUGH_PRODUCTS = 10;
    private static final double CLEAR = 0.5;
    private static final double FAINT = 0.2;

    private PriceFinding() {}

    static String of(Answer answer) {
        List<BigDecimal> prices = answer.prices();
        List<BigDecimal> units = answer.values();
        int products = prices.size();
        if (products == 1) {
            return answer.say(
                    "finding.price.only",
                    name(answer, 0),
                    answer.numbers().price(prices.get(0)),
                    answer.count(units.get(0), Measure.UNITS));
        }
        if (products < ENOUGH_PRODUCTS) {
            int best = units.indexOf(Collections.max(units));
            boolean alone = Collections.frequency(units, units.get(best)) == 1;
            return answer.say(
                    alone ? "finding.price.few" : "finding.price.few-equal",
                    answer.words(products),
                    name(answer, best),
                    answer.count(units.get(best), Measure.UNITS),
                    answer.numbers().price(prices.get(best)));
        }
        if (allEqual(prices)) {
            return answer.say(
                    "finding.price.same-price", products, answer.numbers().price(prices.get(0)));
        }
        if (allEqual(units)) {
            return answer.say("finding.price.same-units", products, answer.count(units.get(0), Measure.UNITS));
        }
        double correlation = correlation(ranks(prices), ranks(units));
        return answer.say(
                "finding.price.claim",
                answer.say(claim(correlation, products)),
                answer.numbers().decimal(Math.abs(correlation) < 0.005 ? 0 : correlation, 2),
                products);
    }

    /** The key of what may be said. */
    private static String claim(double correlation, int products) {
        // with few products, chance alone can make a correlation of about two divided by the square root of their
        // number
        double chance = Math.max(FAINT, 2 / Math.sqrt(products - 1.0));
        if (Math.abs(correlation) < chance) {
            return "finding.price.says-little";
        }
        boolean isClear = Math.abs(correlation) >= CLEAR;
        if (correlation < 0) {
            return isClear ? "finding.price.cheaper-clearly" : "finding.price.cheaper";
        }
        return isClear ? "finding.price.dearer-clearly" : "finding.price.dearer";
    }

    /** The rank correlation of Spearman. Ranks are used so that a few very large prices or orders do not decide the result. */
    private static double correlation(double[] left, double[] right) {
        double leftMean = Arrays.stream(left).average().orElse(0);
        double rightMean = Arrays.stream(right).average().orElse(0);
        double together = 0;
        double leftSquares = 0;
        double rightSquares = 0;
        for (int row = 0; row < left.length; row++) {
            together += (left[row] - leftMean) * (right[row] - rightMean);
            leftSquares += (left[row] - leftMean) * (left[row] - leftMean);
            rightSquares += (right[row] - rightMean) * (right[row] - rightMean);
        }
        return together / Math.sqrt(leftSquares * rightSquares);
    }

    /** The ranks of the values. Equal values get the mean of their ranks. */
    private static double[] ranks(List<BigDecimal> values) {
        List<Integer> order = IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparing(values::get))
                .toList();
        double[] ranks = new double[values.size()];
        int start = 0;
        while (start < order.size()) {
            int end = start;
            while (end < order.size() && values.get(order.get(end)).compareTo(values.get(order.get(start))) == 0) {
                end++;
            }
            for (int place = start; place < end; place++) {
                ranks[order.get(place)] = (start + end - 1) / 2.0;
            }
            start = end;
        }
        return ranks;
    }

    private static boolean allEqual(List<BigDecimal> values) {
        return values.stream().allMatch(value -> value.compareTo(values.get(0)) == 0);
    }

    private static String name(Answer answer, int row) {
        return Labels.shorten(answer.names().get(row).unique(), 80);
    }
}
