package org.salesetl.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.TestFolder;
import org.salesetl.rollup.AnySales.Load;
import org.salesetl.work.WorkFolder;

class SalesChangesTest {

    private static final SoldLine LINE = UnitLine.of("O1", 20240131, 7, 9, 2, 7_422_000);
    private static final PackKey KEY = PackKey.of(LINE);

    @TempDir
    Path folder;

    @Property
    @Domain(AnySales.class)
    @Domain(DomainContext.Global.class)
    void packsAndSumsFollowWhateverIsLoadedAndCorrected(
            @ForAll @Size(max = 4) List<Load> loads,
            @ForAll @IntRange(min = 1, max = 30) int linesBuffered,
            @ForAll @IntRange(max = 400) int bytesInMemory)
            throws IOException {
        PlainWarehouse warehouse = new PlainWarehouse();
        List<SoldLine> expected = new ArrayList<>();
        WorkFolder scratch = WorkFolder.at(TestFolder.of("any-sales"));
        for (Load load : loads) {
            try (SalesChanges changes = new SalesChanges(scratch, linesBuffered, bytesInMemory)) {
                for (SoldLine line : load.additions()) {
                    changes.add(line);
                    expected.add(line);
                }
                for (int removal : load.removals()) {
                    if (!expected.isEmpty()) {
                        changes.remove(expected.remove(Math.floorMod(removal, expected.size())));
                    }
                }
                changes.prepare();
                warehouse.apply(changes);
            }

            assertThat(warehouse.lines()).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(warehouse.packs())
                    .allSatisfy(
                            pack -> assertThat(PlainWarehouse.lines(pack)).isSortedAccordingTo(PlainSums.PACK_ORDER));
            for (Grouping grouping : Grouping.values()) {
                assertThat(warehouse.table(grouping)).containsExactlyElementsOf(PlainSums.ofTable(expected, grouping));
            }
        }
    }

    @Test
    void holdsManyLinesInAScratchFileThatIsGoneAfterwards() throws IOException {
        Random random = new Random(7);
        List<SoldLine> expected = new ArrayList<>();
        PlainWarehouse warehouse = new PlainWarehouse();
        try (SalesChanges changes = new SalesChanges(WorkFolder.at(folder), 15_000, 500_000)) {
            for (int i = 0; i < 200_000; i++) {
                SoldLine line = UnitLine.of(
                        "O" + random.nextInt(100_000),
                        20240000 + (1 + random.nextInt(3)) * 100 + 1 + random.nextInt(28),
                        random.nextInt(10_000),
                        random.nextInt(1_000),
                        1 + random.nextInt(5),
                        random.nextInt(1_000_000));
                changes.add(line);
                if (i % 10 == 0) {
                    changes.remove(line);
                } else {
                    expected.add(line);
                }
            }
            changes.prepare();
            warehouse.apply(changes);
        }

        assertThat(folder).isEmptyDirectory();
        assertThat(warehouse.lines().stream().sorted(PlainSums.PACK_ORDER))
                .isEqualTo(expected.stream().sorted(PlainSums.PACK_ORDER).toList());
        for (Grouping grouping : Grouping.values()) {
            assertThat(warehouse.table(grouping)).containsExactlyElementsOf(PlainSums.ofTable(expected, grouping));
        }
    }

    @Test
    void makesNoScratchFileForFewLines() throws IOException {
        try (SalesChanges changes = changes()) {
            changes.add(LINE);
            changes.prepare();

            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void mindsNoScratchFileOfALoadThatWasKilled() throws IOException {
        Files.writeString(folder.resolve("scratch"), "left over");
        try (SalesChanges changes = new SalesChanges(WorkFolder.at(folder), 1, 0)) {
            changes.add(LINE);
            changes.prepare();

            assertThat(PlainWarehouse.lines(merge(changes, KEY, null))).containsExactly(LINE);
        }
    }

    @Test
    void isEmptyUntilSomethingChanges() throws IOException {
        try (SalesChanges changes = changes()) {
            assertThat(changes.isEmpty()).isTrue();
            changes.prepare();
            assertThat(changes.isEmpty()).isTrue();
            assertThat(changes.touched()).isEmpty();

            changes.add(LINE);
            assertThat(changes.isEmpty()).isFalse();
            changes.prepare();
            assertThat(changes.isEmpty()).isFalse();
        }
    }

    @Test
    void namesTheMonthAndTheSaleThatIsNotThere() throws IOException {
        try (SalesChanges changes = changes()) {
            changes.remove(LINE);
            changes.prepare();

            assertThatIllegalStateException()
                    .isThrownBy(() -> changes.merge(KEY, null))
                    .withMessageContainingAll("202401", LINE.toString());
        }
    }

    @Test
    void takesAwayOneOfTwoEqualSalesAndNotAThird() throws IOException {
        byte[] twice = pack(LINE, LINE);
        try (SalesChanges changes = changes()) {
            changes.remove(LINE);
            changes.prepare();
            assertThat(PlainWarehouse.lines(merge(changes, KEY, twice))).containsExactly(LINE);

            changes.remove(LINE);
            changes.remove(LINE);
            changes.prepare();
            assertThatIllegalStateException().isThrownBy(() -> changes.merge(KEY, twice));
        }
    }

    @Test
    void refusesAPackOfAnotherMonth() throws IOException {
        byte[] january = pack(LINE);
        try (SalesChanges changes = changes()) {
            changes.add(UnitLine.of("O1", 20240201, 1, 1, 1, 1));
            changes.prepare();

            assertThatIllegalStateException()
                    .isThrownBy(() -> changes.merge(changes.touched().get(0), january))
                    .withMessageContainingAll("202402", "202401");
        }
    }

    @Test
    void countsOrdersOnceWhereAMergeIsRepeated() throws IOException {
        byte[] sameOrder = pack(LINE);
        try (SalesChanges changes = changes()) {
            changes.add(LINE);
            changes.prepare();

            changes.merge(KEY, null);
            changes.merge(KEY, null);
            assertThat(changes.rollups().by(Grouping.MONTH).json())
                    .isEqualTo("[[202401,1,\"2.0000\",\"1484.4000\",0,0,1]]");
            assertThat(changes.rollups().by(Grouping.DAY).json())
                    .isEqualTo("[[20240131,1,\"2.0000\",\"1484.4000\",0,0,1]]");

            changes.merge(KEY, sameOrder);
            assertThat(changes.rollups().by(Grouping.MONTH).json())
                    .isEqualTo("[[202401,1,\"2.0000\",\"1484.4000\",0,0,0]]");
            assertThat(changes.rollups().by(Grouping.DAY).json())
                    .isEqualTo("[[20240131,1,\"2.0000\",\"1484.4000\",0,0,0]]");
        }
    }

    private SalesChanges changes() {
        return new SalesChanges(WorkFolder.at(folder));
    }

    private byte[] pack(SoldLine... lines) throws IOException {
        try (SalesChanges changes = changes()) {
            for (SoldLine line : lines) {
                changes.add(line);
            }
            changes.prepare();
            return merge(changes, PackKey.of(lines[0]), null);
        }
    }

    private static byte[] merge(SalesChanges changes, PackKey key, byte @Nullable [] before) throws IOException {
        changes.merge(key, before);
        return changes.merged(key).bytes();
    }
}
