package org.salesetl.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a warehouse does with the packs and sums of a load: it keeps the packs and adds the sums up. */
final class PlainWarehouse {

    private static final BigDecimal NONE = BigDecimal.valueOf(0, 4);

    private final Map<PackKey, byte[]> packs = new TreeMap<>();
    private final Map<Grouping, Map<Integer, Sum>> tables = new EnumMap<>(Grouping.class);

    void apply(SalesChanges changes) throws IOException {
        for (PackKey key : changes.touched()) {
            changes.merge(key, packs.get(key));
        }
        assertThat(changes.unmerged()).isEmpty();
        for (PackKey key : changes.touched()) {
            SalesPack pack = changes.merged(key);
            assertThat(pack.month()).isEqualTo(key.month());
            assertThat(pack.slice()).isEqualTo(key.slice());
            assertThat(pack.sales()).isEqualTo(lines(pack.bytes()).size());
            if (pack.sales() == 0) {
                packs.remove(key);
            } else {
                packs.put(key, pack.bytes());
            }
        }
        for (Grouping grouping : Grouping.values()) {
            Map<Integer, Sum> table = tables.computeIfAbsent(grouping, none -> new TreeMap<>());
            for (Sum change : changes.rollups().by(grouping).rows()) {
                table.merge(change.key(), change, PlainWarehouse::plus);
            }
            table.values().removeIf(sum -> sum.equals(nothing(sum.key())));
        }
    }

    private static Sum plus(Sum a, Sum b) {
        return new Sum(
                a.key(),
                a.sales() + b.sales(),
                a.quantity().add(b.quantity()),
                a.revenue().add(b.revenue()),
                a.cost().add(b.cost()),
                a.costedRevenue().add(b.costedRevenue()),
                a.unitPrices().add(b.unitPrices()),
                a.orders() + b.orders());
    }

    private static Sum nothing(int key) {
        return new Sum(key, 0, NONE, NONE, NONE, NONE, NONE, 0);
    }

    /** The sums of one table, by key. */
    Collection<Sum> table(Grouping grouping) {
        return tables.getOrDefault(grouping, Map.of()).values();
    }

    /** Every pack. */
    List<byte[]> packs() {
        return List.copyOf(packs.values());
    }

    /** Every sale, in the order of the packs. */
    List<SoldLine> lines() {
        return packs().stream().flatMap(pack -> lines(pack).stream()).toList();
    }

    static List<SoldLine> lines(byte[] pack) {
        List<SoldLine> result = new ArrayList<>();
        PackReader reader = new PackReader(pack);
        while (reader.next()) {
            result.add(reader.line());
        }
        return result;
    }
}
