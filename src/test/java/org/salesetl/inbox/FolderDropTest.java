package org.salesetl.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDropTest {

    private static final Instant COMPLETED = Instant.parse("2025-02-01T12:00:00Z");

    @TempDir
    private Path path;

    private DropFolder inbox;

    @BeforeEach
    void openInbox() throws IOException {
        inbox = new DropFolder(path, Duration.ofMillis(100), Clock.systemUTC());
    }

    @Test
    void showsTheFolderWhenAllPartsAreThere() throws IOException {
        Files.createDirectory(path.resolve("sales"));
        Files.writeString(path.resolve("sales-2"), "a file of that name");
        try (FolderDrop drop = new FolderDrop(inbox)) {
            drop.write("part-00000", content("a"));
            drop.write("../part-00001", content("b"));
            assertThat(names())
                    .hasSize(3)
                    .filteredOn(name -> !name.startsWith("."))
                    .containsExactlyInAnyOrder("sales", "sales-2");

            assertThat(drop.drop("sales", COMPLETED)).isEqualTo("sales-3");
        }

        assertThat(names()).containsExactlyInAnyOrder("sales", "sales-2", "sales-3");
        Path dropped = path.resolve("sales-3");
        assertThat(PartFolder.is(dropped)).isTrue();
        assertThat(dropped.resolve("00000-part-00000")).hasContent("a");
        assertThat(dropped.resolve("00001-.._part-00001")).hasContent("b");
        assertThat(Files.getLastModifiedTime(dropped.resolve("_SUCCESS"))).isEqualTo(FileTime.from(COMPLETED));
    }

    @Test
    void takesPartsOfAnyNames() throws IOException {
        try (FolderDrop drop = new FolderDrop(inbox)) {
            drop.write("part-00000:a", content("a"));
            drop.write("part-00000*a", content("b"));
            drop.write("part-00001" + "x".repeat(300), content("c"));

            drop.drop("sales", COMPLETED);
        }

        try (Stream<Path> parts = Files.list(path.resolve("sales"))) {
            assertThat(parts).hasSize(4);
        }
    }

    @Test
    void leavesNothingIfItIsNotDropped() throws IOException {
        try (FolderDrop drop = new FolderDrop(inbox)) {
            drop.write("part-00000", content("a"));
        }

        assertThat(names()).isEmpty();
    }

    @Test
    void isRemovedADayAfterItsProcessDied() throws IOException {
        Path lost = Files.createDirectory(inbox.newPart());
        Files.writeString(lost.resolve("part-00000"), "a");
        Path going = Files.createDirectory(inbox.newPart());
        Path ofOthers = Files.createDirectory(path.resolve(".sales.part"));
        Files.setLastModifiedTime(ofOthers, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(lost, FileTime.from(Instant.now().minus(Duration.ofHours(25))));

        inbox = new DropFolder(path, Duration.ofMillis(100), Clock.systemUTC());

        assertThat(lost).doesNotExist();
        assertThat(going).exists();
        assertThat(ofOthers).exists();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
