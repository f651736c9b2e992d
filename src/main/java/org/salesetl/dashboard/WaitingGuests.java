package org.salesetl.dashboard;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import org.salesetl.SqlRow;

/**
 * Sales that did not load only because they have no customer, in files with the same columns.
 *
 * @param fileId the number of one of the files, which stands for all of them
 * @param file its name
 * @param others how many other files there are
 * @param revenue what the sales would bring, as far as they tell
 */
record WaitingGuests(int fileId, String file, long others, long sales, BigDecimal revenue) {

    /** The rows of {@code select-waiting-guests.sql}. */
    static List<WaitingGuests> of(List<SqlRow> rows) {
        return rows.stream()
                .map(row -> new WaitingGuests(
                        row.integer("file_id"),
                        row.text("file"),
                        row.longInteger("files") - 1,
                        row.longInteger("sales"),
                        requireNonNull(row.decimalOrNull("revenue"))))
                .toList();
    }
}
