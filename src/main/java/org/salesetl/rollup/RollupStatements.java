package org.salesetl.rollup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.salesetl.SqlRow;
import org.springframework.stereotype.Component;

/** Between the changes of a load and the statements in {@code sql/rollup/}. */
@Component
class RollupStatements {

    /** Few enough that their packs fit into memory, with ten million sales some 20 MB. */
    private static final int PACKS_AT_ONCE = 64;

    /** Some 2 MB of JSON: less than any server takes as one statement. */
    private static final int SUMS_AT_ONCE = 40_000;

    boolean isNeeded(SalesChanges changes) throws IOException {
        changes.prepare();
        return !changes.touched().isEmpty();
    }

    /** Parameters of {@code select-packs.sql}: every pack that the changes touch and that is not merged yet, some at once. */
    List<Map<String, Object>> unmergedPacks(SalesChanges changes) {
        return some(changes.unmerged()).stream()
                .<Map<String, Object>>map(keys ->
                        Map.of("packKeys", keys.stream().map(PackKey::number).toList()))
                .toList();
    }

    /**
     * Makes packs anew, and keeps them in the changes.
     *
     * @param packKeys the packs that change
     * @param rows those of them that there are: {@code pack_key} and {@code packed}
     */
    void merge(SalesChanges changes, List<Integer> packKeys, List<Map<String, Object>> rows) throws IOException {
        Map<Integer, byte[]> before = new HashMap<>();
        rows.stream().map(SqlRow::new).forEach(row -> before.put(row.integer("pack_key"), row.bytes("packed")));
        for (int packKey : packKeys) {
            changes.merge(PackKey.of(packKey), before.get(packKey));
        }
    }

    /** Parameters of {@code save-packs.sql}, one map a pack, some at once. */
    Iterator<List<Map<String, Object>>> mergedPacks(SalesChanges changes) {
        return some(changes.touched()).stream()
                .map(keys -> keys.stream().map(key -> parameters(key, changes)).toList())
                .iterator();
    }

    private static Map<String, Object> parameters(PackKey key, SalesChanges changes) {
        try {
            SalesPack pack = changes.merged(key);
            return Map.of("packKey", key.number(), "sales", pack.sales(), "packed", pack.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a pack that was put aside", e);
        }
    }

    private static List<List<PackKey>> some(List<PackKey> keys) {
        return IntStream.iterate(0, from -> from < keys.size(), from -> from + PACKS_AT_ONCE)
                .mapToObj(from -> keys.subList(from, Math.min(from + PACKS_AT_ONCE, keys.size())))
                .toList();
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
