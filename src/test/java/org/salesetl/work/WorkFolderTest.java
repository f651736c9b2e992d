package org.salesetl.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

    @TempDir
    Path data;

    @Test
    void clearsWhatAnEarlierProcessLeftBehind() throws IOException {
        Path work = Files.createDirectory(data.resolve("work"));
        Files.writeString(work.resolve("left-over"), "x");
        Files.writeString(Files.createDirectory(work.resolve("folder")).resolve("left-over"), "x");
        Path other = Files.writeString(data.resolve("admin-password"), "x");

        WorkFolder.at(work).clear();

        assertThat(work).isEmptyDirectory();
        assertThat(other).exists();
    }

    @Test
    void makesTheFolderOnlyWhenItIsNeeded() throws IOException {
        WorkFolder folder = WorkFolder.at(data.resolve("work"));
        assertThat(data).isEmptyDirectory();

        assertThat(folder.path()).isEqualTo(data.resolve("work")).isEmptyDirectory();
    }

    @Test
    void keepsNoFileThatIsClosed() throws IOException {
        WorkFolder folder = WorkFolder.at(data.resolve("work"));

        try (FileChannel one = folder.openFile();
                FileChannel other = folder.openFile()) {
            one.write(ByteBuffer.allocate(100));
            assertThat(one.size()).isEqualTo(100);
            assertThat(other.size()).isZero();
        }

        assertThat(folder.path()).isEmptyDirectory();
    }
}
