package org.salesetl.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.SomeProperties;

class ArchiveTest {

    /** Just past midnight in Auckland, still the day before in UTC. */
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2025-01-30T11:30:00Z"), ZoneId.of("Pacific/Auckland"));

    private Path folder;
    private Archive archive;

    @BeforeEach
    void openArchive(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.archive = new Archive(
                SomeProperties.with("archive", folder.resolve("archive").toString()), CLOCK);
    }

    @Test
    void keepsLoadedFilesUnderTheDayInTheConfiguredZone() throws IOException {
        Path file = file("sales.csv", "1");

        String archivedAs = archive.keepLoaded(file);

        assertThat(archivedAs).isEqualTo("2025/01/31/sales.csv");
        assertThat(archive.resolve(archivedAs)).hasContent("1");
        assertThat(file).doesNotExist();
    }

    @Test
    void neverOverwritesAFile() throws IOException {
        assertThat(archive.keepLoaded(file("sales.csv.gz", "1"))).isEqualTo("2025/01/31/sales.csv.gz");
        assertThat(archive.keepLoaded(file("sales.csv.gz", "2"))).isEqualTo("2025/01/31/sales-2.csv.gz");
        assertThat(archive.keepLoaded(file("sales.csv.gz", "3"))).isEqualTo("2025/01/31/sales-3.csv.gz");

        assertThat(archive.resolve("2025/01/31/sales.csv.gz")).hasContent("1");
        assertThat(archive.resolve("2025/01/31/sales-2.csv.gz")).hasContent("2");
    }

    @Test
    void leavesTheNamesOfRejectsToTheRejects() throws IOException {
        assertThat(archive.keepLoaded(file("sales.rejects.csv", "1"))).isEqualTo("2025/01/31/sales.rejects-2.csv");
        assertThat(archive.keepLoaded(file("SALES.REJECTS.CSV", "1"))).isEqualTo("2025/01/31/SALES.REJECTS-2.CSV");
    }

    @Test
    void takesNoNameWhoseRejectsWouldOverwriteOthers() throws IOException {
        archive.keepLoaded(file("sales.csv", "1"));
        Files.writeString(archive.resolve("2025/01/31/sales.rejects.csv"), "rejects of sales.csv");

        assertThat(archive.keepLoaded(file("sales.tsv", "2"))).isEqualTo("2025/01/31/sales-2.tsv");
    }

    @Test
    void keepsTheReasonBesideARefusedFile() throws IOException {
        assertThat(archive.keepRefused(file("a.csv", "1"), "Expected this but found that."))
                .isEqualTo("refused/a.csv");
        assertThat(archive.keepRefused(file("a.csv", "2"), "Other.")).isEqualTo("refused/a-2.csv");

        assertThat(archive.resolve("refused/a.csv.reason.txt"))
                .hasContent("Expected this but found that." + System.lineSeparator());
        assertThat(archive.resolve("refused/a-2.csv.reason.txt")).hasContent("Other." + System.lineSeparator());
    }

    @Test
    void keepsRepeatedAndFailedFilesApart() throws IOException {
        assertThat(archive.keepRepeated(file("a.csv", "1"))).isEqualTo("already-loaded/a.csv");
        assertThat(archive.keepFailed(file("a.csv", "2"), "trace")).isEqualTo("failed/a.csv");
        assertThat(archive.resolve("failed/a.csv.reason.txt"))
                .content()
                .contains("nothing of it was kept")
                .contains("trace");
    }

    @Test
    void takesNoNameForAFileThatIsGone() {
        assertThatThrownBy(() -> archive.keepLoaded(folder.resolve("gone.csv")))
                .isInstanceOf(NoSuchFileException.class);

        assertThat(archive.resolve("2025/01/31")).isEmptyDirectory();
    }

    @Test
    void letsNobodyElseReadWhatItKeeps() throws IOException {
        Path file = file("a.csv", "1");
        assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        Path kept = archive.resolve(archive.keepRefused(file, "why"));

        assertThat(rights(kept)).isEqualTo("rw-r-----");
        assertThat(rights(kept.resolveSibling("a.csv.reason.txt"))).isEqualTo("rw-r-----");
        assertThat(rights(kept.resolveSibling("."))).isEqualTo("rwxr-x---");
        assertThat(rights(archive.resolve(""))).isEqualTo("rwxr-x---");
    }

    @Test
    void keepsAFileWhoseNameLeavesNoRoomForWhatIsBesideIt() throws IOException {
        String name = "é".repeat(123) + ".csv";
        String first = archive.keepRefused(file(name, "1"), "why");
        String second = archive.keepFailed(file(name, "2"), "trace");
        String third = archive.keepRefused(file(name, "3"), "other");

        assertThat(archive.resolve(first)).hasContent("1");
        assertThat(archive.resolve(first + ".reason.txt")).content().contains("why");
        assertThat(archive.resolve(second + ".reason.txt")).content().contains("trace");
        assertThat(archive.resolve(third)).hasContent("3");
        assertThat(archive.resolve(third + ".reason.txt")).content().contains("other");
    }

    @Test
    void deletesAFileWithItsRejectsAndTheEmptyFoldersOfItsDay() throws IOException {
        String first = archive.keepLoaded(file("a.csv", "1"));
        String second = archive.keepLoaded(file("b.csv", "2"));
        Files.writeString(archive.resolve("2025/01/31/a.rejects.csv"), "1");

        archive.delete(first);
        archive.delete(first);

        assertThat(archive.resolve("2025/01/31")).isDirectoryContaining(file -> file.endsWith("b.csv"));
        assertThat(archive.resolve("2025/01/31/a.rejects.csv")).doesNotExist();
        archive.delete(second);
        assertThat(archive.resolve("")).isEmptyDirectory();
    }

    @Test
    void deletesNothingOutsideOfTheFolder() throws IOException {
        Path file = file("a.csv", "1");

        assertThatThrownBy(() -> archive.delete("../a.csv"))
                .hasMessage("Expected a file in the archive but found ../a.csv");

        assertThat(file).exists();
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
