package org.salesetl.rollup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** Turns the changes of a load into parameters of the statements in {@code sql/rollup/}. */
@Component
class RollupStatements {

    /** So few packs fit into memory before they have been read: some 20 MB with a hundred million sales. */
    private static final int PACKS_READ_AT_ONCE = 8;

    private static final int PACKS_SAVED_AT_ONCE = 64;

    /** The driver holds several copies of what one statement brings. With packs of any length, memory would grow with the warehouse. */
    private static final long BYTES_SAVED_AT_ONCE = 8L << 20;

    /** Some 2 MB of JSON, which every server takes as one statement. */
    private static final int SUMS_AT_ONCE = 40_000;

    boolean isNeeded(ChangesSales load) throws IOException {
        load.changes().prepare();
        return !load.changes().touched().isEmpty();
    }

    /** The packs that the changes touch and that are not merged yet, in groups. */
    List<UnmergedPacks> unmergedPacks(ChangesSales load) {
        SalesChanges changes = load.changes();
        return groups(changes.unmerged(), PACKS_READ_AT_ONCE, key -> 0).stream()
                .map(keys -> new UnmergedPacks(changes, keys))
                .toList();
    }

    /** Parameters of {@code save-packs.sql}, one map for each pack, in groups. */
    Iterator<List<Map<String, Object>>> mergedPacks(ChangesSales load) {
        SalesChanges changes = load.changes();
        return groups(changes.touched(), PACKS_SAVED_AT_ONCE, changes::mergedLength).stream()
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

    /**
     * Groups packs in their order: at most so many in a group, and no more bytes than {@link #BYTES_SAVED_AT_ONCE} unless a pack alone
     * is longer.
     */
    static List<List<PackKey>> groups(List<PackKey> keys, int mostPacks, ToLongFunction<PackKey> length) {
        List<List<PackKey>> groups = new ArrayList<>();
        List<PackKey> group = new ArrayList<>();
        long bytes = 0;
        for (PackKey key : keys) {
            bytes += length.applyAsLong(key);
            if (!group.isEmpty() && (group.size() == mostPacks || bytes > BYTES_SAVED_AT_ONCE)) {
                groups.add(group);
                group = new ArrayList<>();
                bytes = length.applyAsLong(key);
            }
            group.add(key);
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        return groups;
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
