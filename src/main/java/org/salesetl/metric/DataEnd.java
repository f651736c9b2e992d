package org.salesetl.metric;

import java.time.LocalDate;
import org.salesetl.rollup.Grain;

/**
 * Where the data ends.
 *
 * @param last the last day with a sale
 * @param today the calendar day of the service
 */
public record DataEnd(LocalDate last, LocalDate today) {

    /** Files often end at a weekend: so many days without a sale at the end of a period that is over do not make it a part. */
    private static final int DAYS_WITHOUT_SALES = 2;

    /** @param lastKey the last day with a sale as a key of {@code dim_date} */
    static DataEnd of(Number lastKey, LocalDate today) {
        return new DataEnd(LocalDate.parse(Grain.DAY.text(lastKey.intValue())), today);
    }

    /** Whether the data covers all days up to this one, as far as one can tell. */
    public boolean reaches(LocalDate day) {
        return !day.isAfter(last) || (!day.isAfter(last.plusDays(DAYS_WITHOUT_SALES)) && day.isBefore(today));
    }
}
