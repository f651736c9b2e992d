package org.salesetl.layout;

import java.util.List;
import java.util.function.Predicate;
import org.salesetl.notation.DateOrder;
import org.salesetl.notation.Dates;
import org.salesetl.notation.Numbers;
import org.salesetl.notation.Periods;
import org.salesetl.text.Text;

/**
 * Finds the cells of a record that no header of customers or products has: numbers and dates, which are values and no names, and the
 * months or years for which a report has a column each.
 */
final class HeaderValues {

    /** One name of a month may as well be another word. */
    private static final int LEAST_PERIODS = 2;

    private HeaderValues() {}

    /** These cells; none if the record may be a header. */
    static List<String> of(List<String> cells) {
        return those(cells, arePeriods(cells) ? Periods::isOne : HeaderValues::isValue);
    }

    /** Whether the record names several periods. */
    static boolean arePeriods(List<String> cells) {
        return those(cells, Periods::isOne).size() >= LEAST_PERIODS;
    }

    private static List<String> those(List<String> cells, Predicate<String> which) {
        return cells.stream().map(Text::strip).filter(which).toList();
    }

    private static boolean isValue(String cell) {
        return Numbers.byAnyMark(cell) != null
                || Dates.parse(cell, DateOrder.DAY_FIRST) != null
                || Dates.parse(cell, DateOrder.MONTH_FIRST) != null;
    }
}
