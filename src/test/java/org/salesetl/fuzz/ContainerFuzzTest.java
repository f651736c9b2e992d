package org.salesetl.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salesetl.inbox.SomeContainers;
import org.salesetl.text.FileFormat;
import org.salesetl.text.RefusedFileException;
import org.springframework.util.FileSystemUtils;

/** Whatever is in a workbook, a web page or a ZIP file: its tables come out in the same folder, or it is refused in words. */
class ContainerFuzzTest {

    private static final Path HOME = home();
    private static final SomeContainers CONTAINERS = SomeContainers.in(HOME);

    private static Path home() {
        try {
            return Files.createTempDirectory("fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<byte[]> seeds() {
        return Seeds.containers();
    }

    @AfterAll
    static void delete() throws IOException {
        FileSystemUtils.deleteRecursively(HOME);
    }

    @MethodSource("seeds")
    @ParameterizedTest
    void takesTheSeedsApart(byte[] bytes) throws IOException {
        takesAnyBytesApart(bytes);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void takesAnyBytesApart(byte[] bytes) throws IOException {
        Path folder = Files.createDirectories(HOME.resolve("inbox/of-this-file"));
        try {
            Path file = Files.write(folder.resolve("some.xlsx"), bytes);
            if (!FileFormat.of(file).isContainer()) {
                return;
            }
            List<String> names = CONTAINERS.unpack(file);
            try (Stream<Path> there = Files.list(folder)) {
                assertThat(there.map(part -> part.getFileName().toString()))
                        .containsAll(names)
                        .hasSize(1 + names.size());
            }
            try (Stream<Path> all = Files.list(HOME)) {
                assertThat(all).containsExactly(HOME.resolve("inbox"));
            }
        } catch (RefusedFileException e) {
            assertThat(e).message().isNotBlank();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
