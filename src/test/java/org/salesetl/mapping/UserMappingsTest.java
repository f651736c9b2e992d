package org.salesetl.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserMappingsTest {

    private static final String TILL = """
            name: Till
            kind: sales
            recognised_by: [Article, Pieces]
            without_customer: accept
            columns:
              product_id: Article
              order_date: Day
              quantity: Pieces
            """;

    private Path folder;
    private UserMappings mappings;

    @BeforeEach
    void workIn(@TempDir Path folder) {
        this.folder = folder;
        this.mappings = new UserMappings(folder);
    }

    @Test
    void hasNoneWithoutAFolder() {
        assertThat(new UserMappings(folder.resolve("none")).sources()).isEmpty();
    }

    @Test
    void readsWhatSomebodyAddsChangesAndDeletes() throws IOException {
        assertThat(names()).isEmpty();

        Path file = Files.writeString(folder.resolve("till.yaml"), TILL);
        Files.writeString(folder.resolve("notes.txt"), "name: none");
        Files.writeString(folder.resolve(".till.yaml"), "half of");
        assertThat(names()).containsExactly("Till");

        Files.writeString(file, TILL.replace("Till", "Till 2"));
        assertThat(names()).containsExactly("Till 2");

        Files.delete(file);
        assertThat(names()).isEmpty();
    }

    @Test
    void usesTheOthersWhereOneIsWrong() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "name: A\nkind: sales\ncolour: red\n");
        Files.writeString(folder.resolve("b.yaml"), "x".repeat(100_000));
        Files.writeString(folder.resolve("till.yml"), TILL);

        assertThat(names()).containsExactly("Till");
        assertThat(mappings.problems()).hasSize(2);
        assertThat(mappings.problems().get(0))
                .startsWith("a.yaml: line 3, column 1: ")
                .endsWith("but found colour");
        assertThat(mappings.problems().get(1)).isEqualTo("b.yaml: expected at most 65536 bytes but found 100000");
    }

    private List<String> names() {
        return mappings.sources().stream().map(Source::name).toList();
    }
}
