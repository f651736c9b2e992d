package org.salesetl.chart;

import static org.salesetl.chart.Findings.leaders;
import static org.salesetl.chart.Findings.name;
import static org.salesetl.chart.Findings.rowsWith;
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
        if (most.compareTo(fewest) == 0) {
            return answer.say("finding.weekday.same." + answer.measure().label(), answer.format(most));
        }
        List<Integer> quietest = rowsWith(values, fewest);
        // a share of a total that losses have made smaller would mislead
        boolean isShare = fewest.signum() >= 0;
        String all =
                isShare ? answer.say("finding.of", answer.format(most), answer.format(total)) : answer.format(most);
        String amount = busiest.size() > 1
                ? answer.say("finding.each", all)
                : all + (isShare ? " (" + answer.numbers().percent(most, total) + ")" : "");
        String peak = answer.say(
                "finding.most." + answer.measure().label(), leaders(answer, busiest, "finding.weekdays"), amount);
        String kind = answer.measure().isCount() ? "count" : "money";
        String quiet = leaders(answer, quietest, "finding.other-weekdays");
        String low = fewest.signum() == 0
                ? answer.say("finding.weekday.none-" + kind, quiet)
                : answer.say(
                        "finding.weekday.least-" + kind,
                        quiet,
                        quietest.size() > 1
                                ? answer.say("finding.each", answer.format(fewest))
                                : answer.format(fewest));
        return peak + "; " + low + ".";
    }

    private static String onOneDay(Answer answer, BigDecimal total, String day) {
        return answer.measure() == Measure.ORDERS
                ? answer.say("finding.weekday.orders", total, day)
                : answer.say("finding.weekday.all", answer.measureInSentence(), answer.format(total), day);
    }
}
