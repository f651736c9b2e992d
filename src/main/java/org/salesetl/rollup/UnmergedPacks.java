package org.salesetl.rollup;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;

/**
 * A group of packs that changes touch, before they are merged.
 *
 * @param changes the changes
 * @param keys the packs
 */
record UnmergedPacks(SalesChanges changes, List<PackKey> keys) implements SqlParameters {

    /** Parameters of {@code select-packs.sql}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of("packKeys", keys.stream().map(PackKey::number).toList());
    }

    /**
     * Merges the packs, and keeps the results in the changes.
     *
     * @param rows the packs that exist: {@code pack_key} and {@code packed}
     */
    void merge(List<SqlRow> rows) throws IOException {
        Map<Integer, byte[]> before = new HashMap<>();
        rows.forEach(row -> before.put(row.integer("pack_key"), row.bytes("packed")));
        for (PackKey key : keys) {
            changes.merge(key, before.get(key.number()));
        }
    }
}
