package org.salesetl.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.salesetl.WorkFolder;
import org.salesetl.rollup.AnySales.Filter;

class PackScanTest {

    @Property
    @Domain(AnySales.class)
    @Domain(DomainContext.Global.class)
    void sumsUpWhatPassesTheFilter(
            @ForAll @Size(max = 100) List<SoldLine> lines, @ForAll Filter filter, @ForAll Grouping grouping)
            throws IOException {
        PackScan scan = new PackScan(
                grouping,
                new SliceFilter(
                        filter.fromKey(),
                        filter.toKey(),
                        filter.products().stream().findFirst().orElse(null),
                        filter.customers().stream().findFirst().orElse(null)));
        warehouse(lines).packs().forEach(scan::scan);

        List<SoldLine> passing = lines.stream()
                .filter(line -> line.dateKey() >= filter.fromKey() && line.dateKey() <= filter.toKey())
                .filter(line -> filter.products().stream().allMatch(keys -> keys.get(line.productKey())))
                .filter(line -> filter.customers().stream().allMatch(keys -> keys.get(line.customerKey())))
                .toList();
        assertThat(scan.sums().rows()).isEqualTo(PlainSums.of(passing, grouping));
    }

    @Test
    void countsAnOrderWhereOnlyItsLastSalePasses() throws IOException {
        BitSet product = new BitSet();
        product.set(3);
        PackScan scan = new PackScan(Grouping.MONTH, new SliceFilter(20240101, 20240131, product, null));

        warehouse(List.of(
                        new SoldLine("O1", 20240105, 1, 1, 1, 10_000),
                        new SoldLine("O1", 20240105, 2, 2, 1, 10_000),
                        new SoldLine("O1", 20240106, 1, 3, 2, 1_152),
                        new SoldLine("O1", 20240106, 1, 3, 2, 1_152)))
                .packs()
                .forEach(scan::scan);

        assertThat(scan.sums().json()).isEqualTo("[[202401,2,4,\"0.4608\",1]]");
    }

    @Test
    void refusesBytesThatAreNoPack() {
        PackScan scan = new PackScan(Grouping.DAY, new SliceFilter(0, 99991231, null, null));

        assertThatIllegalStateException()
                .isThrownBy(() -> scan.scan(new byte[0]))
                .withMessageContaining("nothing");
        assertThatIllegalStateException()
                .isThrownBy(() -> scan.scan(new byte[] {2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}))
                .withMessageContainingAll("version 1", "version 2");
    }

    private static PlainWarehouse warehouse(List<SoldLine> lines) throws IOException {
        PlainWarehouse warehouse = new PlainWarehouse();
        try (SalesChanges changes = new SalesChanges(WorkFolder.at(Path.of("target", "never-written")))) {
            for (SoldLine line : lines) {
                changes.add(line);
            }
            changes.prepare();
            warehouse.apply(changes);
        }
        return warehouse;
    }
}
