package org.salesetl.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.work.WorkFolder;

/** However many sales a warehouse has, a load holds only some bytes of their packs in memory. */
class RollupStatementsTest {

    private static final int MONTHS = 100;
    private static final int SALES = 50;

    @TempDir
    Path folder;

    private SalesChanges changes;

    @BeforeEach
    void change() throws IOException {
        changes = new SalesChanges(WorkFolder.at(folder));
        for (int month = 0; month < MONTHS; month++) {
            int day = (2010 + month / 12) * 10_000 + (1 + month % 12) * 100 + 1;
            for (int sale = 0; sale < SALES; sale++) {
                changes.add(UnitLine.of("O", day, sale, sale, 2, 100 + sale));
            }
        }
        changes.prepare();
    }

    @AfterEach
    void forget() throws IOException {
        changes.close();
    }

    @Test
    void readsAsManyPacksAtOnceAsTheirLengthAllows() throws IOException {
        int length = lengthOfPack();
        RollupStatements statements = new RollupStatements(10 * length);

        assertThat(groups(statements.unmergedPacks(() -> changes)))
                .startsWith(4, 10, 10)
                .endsWith(10, 6);
    }

    @Test
    void readsFewIfEachIsLongAndManyIfEachIsShort() throws IOException {
        int length = lengthOfPack();
        assertThat(groups(new RollupStatements(length / 2).unmergedPacks(() -> changes)))
                .hasSize(1 + MONTHS - 4)
                .startsWith(4, 1);
        changes.close();
        change();
        assertThat(groups(new RollupStatements(1_000 * length).unmergedPacks(() -> changes)))
                .containsExactly(4, 64, 32);
    }

    @Test
    void savesAsManyPacksAtOnceAsTheirLengthAllows() throws IOException {
        int length = lengthOfPack();
        groups(new RollupStatements(length).unmergedPacks(() -> changes));
        List<Integer> sizes = new ArrayList<>();
        List<Object> keys = new ArrayList<>();

        new RollupStatements(10 * length).mergedPacks(() -> changes).forEachRemaining(group -> {
            sizes.add(group.size());
            group.stream().map(Map::copyOf).map(pack -> pack.get("packKey")).forEach(keys::add);
        });

        assertThat(sizes).containsOnly(10).hasSize(MONTHS / 10);
        assertThat(keys).hasSize(MONTHS).doesNotHaveDuplicates();
    }

    /** All packs are equally long. */
    private int lengthOfPack() throws IOException {
        PackKey first = changes.touched().get(0);
        changes.merge(first, null);
        int length = changes.length(first);
        changes.close();
        change();
        return length;
    }

    private static List<Integer> groups(Iterator<UnmergedPacks> packs) throws IOException {
        List<Integer> sizes = new ArrayList<>();
        while (packs.hasNext()) {
            UnmergedPacks group = packs.next();
            sizes.add(group.keys().size());
            group.merge(List.of());
        }
        return sizes;
    }
}
