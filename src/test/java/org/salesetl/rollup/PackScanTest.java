package org.salesetl.rollup;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.TestFolder;
import org.salesetl.rollup.AnySales.Filter;
import org.salesetl.work.WorkFolder;

class PackScanTest {

    private static final SliceFilter EVERYTHING = new SliceFilter(0, 99991231, null, null, null, null);

    @Property
    @Domain(AnySales.class)
    @Domain(DomainContext.Global.class)
    void sumsUpWhatPassesTheFilter(
            @ForAll @Size(max = 100) List<SoldLine> lines, @ForAll Filter filter, @ForAll Grouping grouping)
            throws IOException {
        PackScan scan = new PackScan(grouping, slice(filter));
        warehouse(lines).packs().forEach(scan::scan);

        List<SoldLine> passing = lines.stream()
                .filter(line -> line.dateKey() >= filter.fromKey() && line.dateKey() <= filter.toKey())
                .filter(line -> filter.products().stream().allMatch(keys -> keys.get(line.productKey())))
                .filter(line -> filter.customers().stream().allMatch(keys -> keys.get(line.customerKey())))
                .filter(line -> filter.places().isEmpty()
                        || (line.cityKey() == 0
                                ? filter.places().get(1).get(line.customerKey())
                                : filter.places().get(0).get(line.cityKey())))
                .toList();
        assertThat(scan.sums().rows()).isEqualTo(PlainSums.of(passing, grouping));
    }

    @Property
    @Domain(AnySales.class)
    @Domain(DomainContext.Global.class)
    void sumsUpInEveryWayAtOnce(
            @ForAll @Size(max = 100) List<SoldLine> lines, @ForAll Filter filter, @ForAll Grain grain)
            throws IOException {
        // the key figures have a bit for each customer, and the keys of a database are not far apart
        List<byte[]> packs = warehouse(
                        lines.stream().map(PackScanTest::ofAFewCustomers).toList())
                .packs();
        SliceScan all = new SliceScan(grain, slice(filter));
        packs.forEach(all::scan);

        for (Grouping grouping : Grouping.values()) {
            PackScan scan = new PackScan(grouping, slice(filter));
            packs.forEach(scan::scan);
            assertThat(requireNonNull(all.sums().get(grouping)).json())
                    .isEqualTo(scan.sums().json());
        }
        KeyFigureScan alone = new KeyFigureScan(grain, slice(filter));
        packs.forEach(alone::scan);
        assertThat(all.keyFigures().sums()).isEqualTo(alone.sums());
        assertThat(all.keyFigures().customersOfEach()).isEqualTo(alone.customersOfEach());
        assertThat(all.keyFigures().customers()).isEqualTo(alone.customers());
        assertThat(all.keyFigures().orders()).isEqualTo(alone.orders());
    }

    private static SoldLine ofAFewCustomers(SoldLine line) {
        return new SoldLine(
                line.orderId(),
                line.dateKey(),
                line.customerKey() % 1_000,
                line.productKey(),
                line.quantity(),
                line.unitPrice(),
                line.revenue(),
                line.cost(),
                line.cityKey());
    }

    private static SliceFilter slice(Filter filter) {
        return new SliceFilter(
                filter.fromKey(),
                filter.toKey(),
                filter.products().stream().findFirst().orElse(null),
                filter.customers().stream().findFirst().orElse(null),
                filter.places().stream().findFirst().orElse(null),
                filter.places().stream().skip(1).findFirst().orElse(null));
    }

    @Test
    void countsAnOrderWhereOnlyItsLastSalePasses() throws IOException {
        BitSet product = new BitSet();
        product.set(3);
        PackScan scan = new PackScan(Grouping.MONTH, new SliceFilter(20240101, 20240131, product, null, null, null));

        warehouse(List.of(
                        UnitLine.of("O1", 20240105, 1, 1, 1, 10_000),
                        UnitLine.of("O1", 20240105, 2, 2, 1, 10_000),
                        UnitLine.of("O1", 20240106, 1, 3, 2, 1_152),
                        UnitLine.of("O1", 20240106, 1, 3, 2, 1_152)))
                .packs()
                .forEach(scan::scan);

        assertThat(scan.sums().json()).isEqualTo("[[202401,2,\"4.0000\",\"0.4608\",0,0,1]]");
    }

    @Test
    void refusesBytesThatAreNoPack() {
        PackScan scan = new PackScan(Grouping.DAY, EVERYTHING);

        assertThatIllegalStateException()
                .isThrownBy(() -> scan.scan(new byte[0]))
                .withMessage("Expected a pack of version 3 but found nothing");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4, 255})
    void refusesAPackOfAnotherLayout(int version) throws IOException {
        SoldLine line = UnitLine.of("O1", 20240105, 1, 1, 1, 10_000);
        byte[] pack = warehouse(List.of(line)).packs().get(0);
        pack[0] = (byte) version;
        String message = "Expected a pack of version 3 but found " + pack.length + " bytes of version " + version;

        assertThatIllegalStateException()
                .isThrownBy(() -> new PackScan(Grouping.DAY, EVERYTHING).scan(pack))
                .withMessage(message);
        assertThatIllegalStateException()
                .isThrownBy(() -> new KeyFigureScan(Grain.DAY, EVERYTHING).scan(pack))
                .withMessage(message);
        try (SalesChanges changes = new SalesChanges(WorkFolder.at(TestFolder.of("pack-scan-test")))) {
            changes.add(line);
            changes.prepare();
            assertThatIllegalStateException()
                    .isThrownBy(() -> changes.merge(PackKey.of(line), pack))
                    .withMessage(message);
        }
    }

    private static PlainWarehouse warehouse(List<SoldLine> lines) throws IOException {
        PlainWarehouse warehouse = new PlainWarehouse();
        try (SalesChanges changes = new SalesChanges(WorkFolder.at(TestFolder.of("never-written")))) {
            for (SoldLine line : lines) {
                changes.add(line);
            }
            changes.prepare();
            warehouse.apply(changes);
        }
        return warehouse;
    }
}
