package org.salesetl.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salesetl.mapping.MappingException;
import org.salesetl.mapping.MappingText;

/** Whatever somebody sends as a mapping: it is one, and stays the same when it is written and read again, or it is refused in words. */
class MappingFuzzTest {

    static Stream<String> seeds() throws IOException {
        try (Stream<Path> mappings = Files.list(Path.of("src/main/resources/mappings/sources"))) {
            return mappings.sorted().map(MappingFuzzTest::read).toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @MethodSource("seeds")
    @ParameterizedTest
    void readsTheSeeds(String document) {
        readsAnyDocument(document);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void readsAnyDocument(@NotNull String document) {
        MappingText read;
        try {
            read = MappingText.read(document);
        } catch (MappingException e) {
            assertThat(e).message().isNotBlank();
            return;
        }
        MappingText again = MappingText.read(MappingText.of(read.mapping()).yaml());
        assertThat(again.version()).isEqualTo(read.version());
        assertThat(again.name()).isEqualTo(read.name());
    }
}
