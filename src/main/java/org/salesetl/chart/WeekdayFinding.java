package org.salesetl.chart;

import static org.salesetl.chart.Findings.leaders;
import static org.salesetl.chart.Findings.name;
import static org.salesetl.chart.Findings.rowsWith;
import static org.salesetl.chart.Findings.subject;
import static org.salesetl.chart.Findings.sum;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.salesetl.metric.Measure;

/** Says in a sentence on which weekdays the most and the least happens. */
final class WeekdayFinding {

    private WeekdayFinding() {}

    static String of(Answer answer) {
        List<BigDecimal> values = answer.values();
        BigDecimal most = Collections.max(values);
        BigDecimal fewest = Collections.min(values);
        BigDecimal total = sum(values);
        List<Integer> busiest = rowsWith(values, most);
        if (values.stream().filter(value -> value.signum() != 0).count() == 1 && most.signum() > 0) {
            return onOneDay(answer, total, name(answer, busiest.get(0)));
        }
        String measure = answer.measureInSentence();
        if (most.compareTo(fewest) == 0) {
            return "Every weekday has the same %s%s, %s."
                    .formatted(answer.measure().isCount() ? "number of " : "", measure, answer.format(most));
        }
        List<Integer> quietest = rowsWith(values, fewest);
        // a share of a total that losses have made smaller would mislead
        boolean isShare = fewest.signum() >= 0;
        String all = isShare ? "%s of %s".formatted(answer.format(most), answer.format(total)) : answer.format(most);
        String peak = busiest.size() == 1
                ? "%s has the most %s, %s%s"
                        .formatted(
                                subject(answer, busiest, "weekdays"),
                                measure,
                                all,
                                isShare ? " (" + answer.numbers().percent(most, total) + ")" : "")
                : "%s have the most %s, %s each".formatted(subject(answer, busiest, "weekdays"), measure, all);
        String low = fewest.signum() == 0
                ? "there %s none on %s"
                        .formatted(
                                answer.measure().isCount() ? "are" : "is", leaders(answer, quietest, "other weekdays"))
                : "the %s on %s, %s%s"
                        .formatted(
                                answer.measure().isCount() ? "fewest" : "least",
                                leaders(answer, quietest, "other weekdays"),
                                answer.format(fewest),
                                quietest.size() > 1 ? " each" : "");
        return peak + "; " + low + ".";
    }

    private static String onOneDay(Answer answer, BigDecimal total, String day) {
        if (answer.measure() == Measure.ORDERS) {
            return total.compareTo(BigDecimal.ONE) == 0
                    ? "The only order came on a %s.".formatted(day)
                    : "All %s orders came on %ss.".formatted(answer.format(total), day);
        }
        return "All %s, %s, came on %ss.".formatted(answer.measureInSentence(), answer.format(total), day);
    }
}
