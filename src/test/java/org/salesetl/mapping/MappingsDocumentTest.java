package org.salesetl.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/mappings.md tells of mappings. */
class MappingsDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/mappings.md");
    private static final Path SOURCES = Path.of("src/main/resources/mappings/sources");

    @Test
    void listsEveryBuiltInMapping() throws IOException {
        List<String> told = cells("## Sources that are built in").stream()
                .map(cells -> cells.get(0) + ", " + cells.get(1))
                .toList();
        try (Stream<Path> files = Files.list(SOURCES)) {
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(MappingsDocumentTest::told).toList());
        }
    }

    @Test
    void explainsEveryKey() throws IOException {
        assertThat(cells("## Every key").stream().map(cells -> cells.get(0)))
                .containsAll(Arrays.stream(Mapping.class.getRecordComponents())
                        .map(component -> '`' + snakeCase(component.getName()) + '`')
                        .toList());
    }

    @Test
    void showsAMappingThatCanBeRead() throws IOException {
        String yaml = Files.readString(DOCUMENT).split("```yaml\n", -1)[1].split("```", -1)[0];

        assertThat(MappingYaml.read(yaml).carryDown()).containsExactly(Column.ORDER_DATE);
    }

    private static String told(Path file) {
        try {
            return MappingYaml.read(Files.readString(file)).name() + ", `" + file.getFileName() + '`';
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The cells of the rows of the tables below a title, without the heads of the tables. */
    private static List<List<String>> cells(String title) throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals(title))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| mapping") && !line.startsWith("| key"))
                .map(line -> Arrays.stream(line.split("\\|", -1))
                        .map(String::strip)
                        .skip(1)
                        .toList())
                .collect(Collectors.toList());
    }
}
