package org.salesetl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salesetl.work.WorkFolder;

class IdSetTest {

    @TempDir
    Path folder;

    @Test
    void knowsAnIdOnceItIsAdded() {
        try (IdSet ids = ids()) {
            for (String id : List.of("S1", "no number")) {
                assertThat(ids.contains(id)).isFalse();
                assertThat(ids.add(id)).isTrue();
                assertThat(ids.contains(id)).isTrue();
                assertThat(ids.add(id)).isFalse();
            }
        }
    }

    @Test
    void tellsIdsApartThatLookAlike() {
        List<String> different = List.of(
                "",
                "S",
                "S0",
                "S00",
                "S1",
                "S01",
                "S001",
                "s1",
                "S-1",
                "S1 ",
                "S1S",
                "1S",
                "0",
                "00",
                "1",
                "01",
                "4096",
                "4097",
                "8192",
                "S4095",
                "S4096",
                "S4097",
                "S04096",
                "S8193",
                "S999999999",
                "S1999999999",
                "S0999999999",
                "S11999999999",
                "S10000000000",
                "S1000000000",
                "S100000000",
                "S९",
                "S１",
                "é1",
                "😀1");
        try (IdSet ids = ids()) {
            assertThat(different).allMatch(ids::add);
            assertThat(different).noneMatch(ids::add);
            assertThat(different).allMatch(ids::contains);
        }
    }

    @ParameterizedTest
    @MethodSource("manyIds")
    void agreesWithASetOfTexts(Supplier<String> next) {
        Set<String> texts = new HashSet<>();
        try (IdSet ids = ids()) {
            for (int i = 0; i < 200_000; i++) {
                String id = next.get();
                boolean isNew = texts.add(id);
                if (ids.contains(id) == isNew || ids.add(id) != isNew) {
                    throw new AssertionError(id);
                }
            }
        }
    }

    static Stream<Named<Supplier<String>>> manyIds() {
        Random random = new Random(42);
        return Stream.of(
                Named.of("in a row", () -> "S" + (1_000_000 + random.nextInt(190_000))),
                Named.of("on more pages than there are", () -> "S" + random.nextInt(1_000_000_000)),
                Named.of("with many zeros", () -> Integer.toString(random.nextInt(200_000), 3)),
                Named.of("random", () -> Long.toHexString(random.nextInt(150_000) * 0x9E3779B97F4A7C15L)));
    }

    private IdSet ids() {
        return new IdSet(WorkFolder.at(folder));
    }
}
