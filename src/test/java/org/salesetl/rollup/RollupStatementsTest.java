package org.salesetl.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RollupStatementsTest {

    private static final List<PackKey> KEYS =
            IntStream.range(0, 5).mapToObj(slice -> new PackKey(202501, slice)).toList();

    @Test
    void savesShortPacksTogether() {
        assertThat(RollupStatements.groups(KEYS, 2, key -> 10))
                .containsExactly(KEYS.subList(0, 2), KEYS.subList(2, 4), KEYS.subList(4, 5));
    }

    /** With a hundred million sales a pack has 2.5 MB, and 64 of them filled a heap of a gigabyte. */
    @Test
    void savesNoMoreBytesTogetherThanMemoryHolds() {
        assertThat(RollupStatements.groups(KEYS, 64, key -> 3 << 20))
                .containsExactly(KEYS.subList(0, 2), KEYS.subList(2, 4), KEYS.subList(4, 5));
    }

    @Test
    void savesALongPackAlone() {
        assertThat(RollupStatements.groups(KEYS, 64, key -> key.slice() == 1 ? 100 << 20 : 1))
                .containsExactly(KEYS.subList(0, 1), KEYS.subList(1, 2), KEYS.subList(2, 5));
    }

    @Test
    void savesNothingIfNothingHasChanged() {
        assertThat(RollupStatements.groups(List.of(), 64, key -> 1)).isEmpty();
    }
}
