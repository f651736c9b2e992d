package org.salesetl.rollup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Turns the changes of a load into parameters of the statements in {@code sql/rollup/}. */
@Component
class RollupStatements {

    /** So few packs fit into memory: some 20 MB with ten million sales. */
    private static final int PACKS_AT_ONCE = 64;

    /** Some 2 MB of JSON, which every server takes as one statement. */
    private static final int SUMS_AT_ONCE = 40_000;

    boolean isNeeded(ChangesSales load) throws IOException {
        load.changes().prepare();
        return !load.changes().touched().isEmpty();
    }

    /** The packs that the changes touch and that are not merged yet, in groups. */
    List<UnmergedPacks> unmergedPacks(ChangesSales load) {
        SalesChanges changes = load.changes();
        return some(changes.unmerged()).stream()
                .map(keys -> new UnmergedPacks(changes, keys))
                .toList();
    }

    /** Parameters of {@code save-packs.sql}, one map for each pack, in groups. */
    Iterator<List<Map<String, Object>>> mergedPacks(ChangesSales load) {
        SalesChanges changes = load.changes();
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

    /** Parameters of the {@code add-to-….sql} of a grouping. */
    List<Map<String, Object>> sums(ChangesSales load, Grouping grouping) {
        List<Map<String, Object>> parts = new ArrayList<>();
        load.changes()
                .rollups()
                .by(grouping)
                .json(SUMS_AT_ONCE)
                .forEachRemaining(json -> parts.add(Map.of("sums", json)));
        return parts;
    }

    /** Parameters of {@code note-changed-months.sql}, one map for each month with changes, as one group. */
    List<List<Map<String, Object>>> changedMonths(ChangesSales load) {
        String state = UUID.randomUUID().toString();
        return List.of(load.changes().touched().stream()
                .map(PackKey::month)
                .distinct()
                .map(month -> Map.<String, Object>of("month", month, "state", state))
                .toList());
    }
}
