package org.salesetl.customer;

import org.jspecify.annotations.Nullable;
import org.salesetl.bulk.BulkRow;
import org.salesetl.bulk.RowWriter;

/**
 * A customer as a file brings it.
 *
 * @param line the line it came from
 * @param customerId the business key
 * @param name the name; the id where the file does not say
 * @param email the address; null if there is none that could be one
 * @param city the city; {@code Unknown} where the file does not say
 */
record Customer(
        int line, String customerId, String name, @Nullable String email, String city) implements BulkRow {

    @Override
    public void writeTo(RowWriter row) {
        row.number(line).text(customerId).text(name).text(email).text(city).end();
    }
}
