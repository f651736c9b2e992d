package org.salesetl.rollup;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.salesetl.SqlRow;
import org.springframework.stereotype.Component;

/** Between the changes of a load and the statements in {@code sql/rollup/}. */
@Component
class RollupStatements {

    /** Few enough that their packs fit into memory, with ten million sales some 20 MB. */
    private static final int PACKS_AT_ONCE = 64;

    /** Some 2 MB of JSON: less than any server takes as one statement. */
    private static final int SUMS_AT_ONCE = 40_000;

    private static final int SLICES_IN_KEY = 100;

    /** The key of a pack: 20250107 is slice 7 of January 2025. */
    static int packKey(int month, int slice) {
        return month * SLICES_IN_KEY + slice;
    }

    boolean isNeeded(SalesChanges changes) throws IOException {
        changes.prepare();
        return !changes.months().isEmpty();
    }

    /** Parameters of {@code select-packs.sql}: every pack that the changes touch, some at once. */
    List<Map<String, Object>> touchedPacks(SalesChanges changes) {
        List<Integer> packKeys = new ArrayList<>();
        for (int month : changes.months()) {
            changes.slices(month).forEach(slice -> packKeys.add(packKey(month, slice)));
        }
        List<Map<String, Object>> groups = new ArrayList<>();
        for (int from = 0; from < packKeys.size(); from += PACKS_AT_ONCE) {
            int to = Math.min(from + PACKS_AT_ONCE, packKeys.size());
            groups.add(Map.of("packKeys", List.copyOf(packKeys.subList(from, to))));
        }
        return groups;
    }

    /**
     * Parameters of {@code save-packs.sql}, one map a pack.
     *
     * @param packKeys the packs that change
     * @param rows those of them that there are: {@code pack_key} and {@code packed}
     */
    List<Map<String, Object>> merge(SalesChanges changes, List<Integer> packKeys, List<Map<String, Object>> rows)
            throws IOException {
        Map<Integer, byte[]> before = new HashMap<>();
        rows.stream().map(SqlRow::new).forEach(row -> before.put(row.integer("pack_key"), row.bytes("packed")));
        List<Map<String, Object>> packs = new ArrayList<>();
        for (int packKey : packKeys) {
            SalesPack pack = changes.merge(packKey / SLICES_IN_KEY, packKey % SLICES_IN_KEY, before.get(packKey));
            packs.add(Map.of(
                    "packKey",
                    packKey,
                    "sales",
                    pack.sales(),
                    "packed",
                    Base64.getEncoder().encodeToString(pack.bytes())));
        }
        return packs;
    }

    /** Parameters of {@code add-to-….sql}, with the {@code table} that each is for. */
    List<Map<String, Object>> sums(SalesChanges changes) {
        List<Map<String, Object>> statements = new ArrayList<>();
        for (Grouping grouping : Grouping.values()) {
            Iterator<String> parts = changes.rollups().by(grouping).json(SUMS_AT_ONCE);
            parts.forEachRemaining(
                    json -> statements.add(Map.of("table", grouping.name().toLowerCase(Locale.ROOT), "sums", json)));
        }
        return statements;
    }
}
