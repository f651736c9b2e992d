package org.salesetl.rule;

import org.jspecify.annotations.Nullable;
import org.salesetl.row.BulkRow;
import org.salesetl.row.RowWriter;

/**
 * A customer in a file.
 *
 * @param line the line that it came from
 * @param customerId the business key
 * @param name the name; the id if the file gives no name
 * @param email the e-mail address; null if the file gives none that is valid
 * @param city the city; {@code Unknown} if the file gives none
 */
public record Customer(
        int line, String customerId, String name, @Nullable String email, String city) implements BulkRow {

    @Override
    public void writeTo(RowWriter row) {
        row.number(line).text(customerId).text(name).text(email).text(city).end();
    }
}
