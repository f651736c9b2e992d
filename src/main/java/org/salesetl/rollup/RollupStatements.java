package org.salesetl.rollup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Turns the changes of a load into parameters of the statements in {@code sql/rollup/}. */
@Component
class RollupStatements {

    /** A statement with more parameters saves no time. */
    private static final int MOST_PACKS = 64;

    /** How many packs are read before their length is known: some 60 MB with a billion sales. */
    private static final int FIRST_PACKS = 4;

    private static final int BYTES_AT_ONCE = 16 << 20;

    /** Some 2 MB of JSON, which every server takes as one statement. */
    private static final int SUMS_AT_ONCE = 40_000;

    private final int bytesAtOnce;

    @Autowired
    RollupStatements() {
        this(BYTES_AT_ONCE);
    }

    /** @param bytesAtOnce how many bytes of packs are in memory at once, as long as each pack has fewer */
    RollupStatements(int bytesAtOnce) {
        this.bytesAtOnce = bytesAtOnce;
    }

    boolean isNeeded(ChangesSales load) throws IOException {
        load.changes().prepare();
        return !load.changes().touched().isEmpty();
    }

    /**
     * The packs that the changes touch and that are not merged yet, in groups that memory can hold. The lengths of the packs before tell how
     * many a group has.
     */
    Iterator<UnmergedPacks> unmergedPacks(ChangesSales load) {
        SalesChanges changes = load.changes();
        List<PackKey> keys = changes.unmerged();
        return groups(
                keys, from -> from + packsAtOnce(changes.longestPack()), group -> new UnmergedPacks(changes, group));
    }

    /** How many packs memory can hold. */
    private int packsAtOnce(int longest) {
        return longest == 0 ? FIRST_PACKS : Math.max(1, Math.min(MOST_PACKS, bytesAtOnce / longest));
    }

    /** Parameters of {@code save-packs.sql}, one map for each pack, in groups that memory can hold. */
    Iterator<List<Map<String, Object>>> mergedPacks(ChangesSales load) {
        SalesChanges changes = load.changes();
        List<PackKey> keys = changes.touched();
        return groups(
                keys,
                from -> endOfGroup(keys, from, changes),
                group -> group.stream().map(key -> parameters(key, changes)).toList());
    }

    private int endOfGroup(List<PackKey> keys, int from, SalesChanges changes) {
        int end = from;
        long bytes = 0;
        while (end < keys.size() && end - from < MOST_PACKS) {
            bytes += changes.length(keys.get(end));
            if (bytes > bytesAtOnce && end > from) {
                break;
            }
            end++;
        }
        return end;
    }

    /**
     * Cuts the keys into groups, each when its turn has come.
     *
     * @param end where a group ends that starts here
     */
    private static <T> Iterator<T> groups(List<PackKey> keys, IntUnaryOperator end, Function<List<PackKey>, T> group) {
        return new Iterator<>() {

            private int from;

            @Override
            public boolean hasNext() {
                return from < keys.size();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int to = Math.min(end.applyAsInt(from), keys.size());
                List<PackKey> some = keys.subList(from, to);
                from = to;
                return group.apply(some);
            }
        };
    }

    private static Map<String, Object> parameters(PackKey key, SalesChanges changes) {
        try {
            SalesPack pack = changes.merged(key);
            return Map.of("packKey", key.number(), "sales", pack.sales(), "packed", pack.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read a pack that was put aside", e);
        }
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
}
