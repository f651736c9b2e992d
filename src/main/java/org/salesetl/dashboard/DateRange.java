package org.salesetl.dashboard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.salesetl.metric.DataEnd;
import org.salesetl.sql.SqlRow;

/**
 * The first and the last day with a sale.
 *
 * @param today the calendar day of the service
 */
record DateRange(LocalDate first, LocalDate last, LocalDate today) {

    /** Data may begin some days after the first day of a period that it covers, because nothing was sold on these days. */
    private static final int DAYS_WITHOUT_SALES = 2;

    /** Whether the data covers all days up to this one, as far as one can tell. */
    boolean reaches(LocalDate day) {
        return new DataEnd(last, today).reaches(day);
    }

    /** Whether the data covers this day and all days after it, as far as one can tell. */
    boolean startsBy(LocalDate day) {
        return !first.isAfter(day.plusDays(DAYS_WITHOUT_SALES));
    }

    /** The last month, or the last month of a calendar quarter or year, that is over in the data, as far as one can tell. */
    YearMonth lastFull(int months) {
        YearMonth end = YearMonth.from(last).plusMonths(1);
        while (end.getMonthValue() % months != 0 || !reaches(end.atEndOfMonth())) {
            end = end.minusMonths(1);
        }
        return end;
    }

    /** The range in a row with {@code first_key} and {@code last_key}; null if there is no sale. */
    static @Nullable DateRange of(SqlRow row, LocalDate today) {
        return row.textOrNull("first_key") == null
                ? null
                : new DateRange(date(row.text("first_key")), date(row.text("last_key")), today);
    }

    private static LocalDate date(String key) {
        return LocalDate.parse(key, DateTimeFormatter.BASIC_ISO_DATE);
    }
}
