package org.salesetl.dashboard;

import java.time.LocalDate;
import java.util.List;
import org.salesetl.sql.SqlRow;

/**
 * Sales that wait for rates of their currency.
 *
 * @param currency the code of the currency
 * @param sales how many sales wait
 * @param first the day of the first of them
 * @param last the day of the last of them
 */
record WaitingRates(String currency, long sales, LocalDate first, LocalDate last) {

    /** The rows of {@code select-waiting-rates.sql}. */
    static List<WaitingRates> of(List<SqlRow> rows) {
        return rows.stream()
                .map(row -> new WaitingRates(
                        row.text("currency"),
                        row.longInteger("sales"),
                        LocalDate.parse(row.text("first_date")),
                        LocalDate.parse(row.text("last_date"))))
                .toList();
    }
}
