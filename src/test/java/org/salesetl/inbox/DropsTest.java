package org.salesetl.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.text.DropGoneException;

class DropsTest {

    private final Drops drops = SomeFile.drops();
    private Path file;

    @BeforeEach
    void drop(@TempDir Path folder) throws IOException {
        file = Files.writeString(folder.resolve("a.csv"), "abc");
    }

    @Test
    void identifiesAFileByItsBytes() throws IOException {
        Drop drop = drops.identify(file);

        assertThat(drop.name()).isEqualTo("a.csv");
        assertThat(drop.size()).isEqualTo(3);
        assertThat(drop.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void acceptsAFileThatNobodyHasTouched() throws IOException {
        drops.requireUnchanged(drops.identify(file));
    }

    @Test
    void noticesThatAFileHasGrown() throws IOException {
        Drop drop = drops.identify(file);
        FileTime modified = Files.getLastModifiedTime(file);
        Files.writeString(file, "d", StandardOpenOption.APPEND);
        Files.setLastModifiedTime(file, modified);

        assertThatThrownBy(() -> drops.requireUnchanged(drop))
                .isInstanceOf(DropChangedException.class)
                .hasMessage("a.csv was still being written; it is loaded once it is complete");
    }

    @Test
    void noticesThatAFileWasWrittenTo() throws IOException {
        Drop drop = drops.identify(file);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-01-31T00:00:00Z")));

        assertThatThrownBy(() -> drops.requireUnchanged(drop)).isInstanceOf(DropChangedException.class);
    }

    @Test
    void noticesThatAnotherFileIsInItsPlace() throws IOException {
        Drop drop = drops.identify(file);
        FileTime modified = Files.getLastModifiedTime(file);
        Path other = Files.writeString(file.resolveSibling("other.csv"), "xyz");
        Files.setLastModifiedTime(other, modified);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> drops.requireUnchanged(drop)).isInstanceOf(DropChangedException.class);
    }

    @Test
    void noticesThatAFileWasOverwrittenAndItsTimeSetBack() throws IOException {
        Drop drop = drops.identify(file);
        FileTime modified = Files.getLastModifiedTime(file);
        await().until(() -> {
            Files.writeString(file, "xyz");
            return !Files.getLastModifiedTime(file).equals(modified);
        });
        Files.setLastModifiedTime(file, modified);

        assertThatThrownBy(() -> drops.requireUnchanged(drop)).isInstanceOf(DropChangedException.class);
    }

    @Test
    void saysThatAFileIsGone() throws IOException {
        Drop drop = drops.identify(file);
        Files.delete(file);

        assertThatThrownBy(() -> drops.requireUnchanged(drop))
                .isInstanceOf(DropGoneException.class)
                .hasMessageStartingWith("a.csv was deleted or moved away while it was being read");
    }
}
