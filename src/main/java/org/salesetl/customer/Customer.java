package org.salesetl.customer;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.warehouse.StagedRow;

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
        int line, String customerId, String name, @Nullable String email, String city) implements StagedRow {

    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("line", line);
        parameters.put("customerId", customerId);
        parameters.put("name", name);
        parameters.put("email", email);
        parameters.put("city", city);
        return parameters;
    }
}
