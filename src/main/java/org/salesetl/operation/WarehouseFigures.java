package org.salesetl.operation;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salesetl.ledger.Part;
import org.salesetl.sql.SqlRow;

/** The figures that change only with the version of the warehouse. */
final class WarehouseFigures {

    private final Map<String, Part> quarantine = new HashMap<>();
    private final Map<String, Instant> lastLoads = new LinkedHashMap<>();

    /** Takes over the rows of {@code sum-quarantine.sql}. */
    void quarantine(List<SqlRow> rows) {
        rows.forEach(
                row -> quarantine.put(row.text("status"), new Part(row.integer("row_count"), row.decimal("revenue"))));
    }

    /** Takes over the rows of {@code select-last-loads.sql}. */
    void lastLoads(List<SqlRow> rows) {
        rows.forEach(row -> lastLoads.put(row.text("source"), row.time("loaded_at")));
    }

    /** The rows in the quarantine with this status, and their revenue as far as they tell. */
    Part quarantine(String status) {
        return quarantine.getOrDefault(status, Part.NONE);
    }

    /** When the last file of each source was loaded, by the name of its mapping. */
    Map<String, Instant> lastLoads() {
        return lastLoads;
    }
}
