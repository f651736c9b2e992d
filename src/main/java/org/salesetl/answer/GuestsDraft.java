package org.salesetl.answer;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;

/** Collects what {@code select-waiting-guests.sql} needs. */
final class GuestsDraft implements SqlParameters {

    private final SqlParameters query;
    private String sums = "[]";

    /** @param query the parameters of a {@link GuestQuery}, among others */
    GuestsDraft(SqlParameters query) {
        this.query = query;
    }

    void summedUp(GuestSums found) {
        sums = found.json();
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>(query.parameters());
        parameters.put("sums", sums);
        return parameters;
    }
}
