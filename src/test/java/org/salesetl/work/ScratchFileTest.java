package org.salesetl.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFileTest {

    @TempDir
    Path folder;

    @Test
    void givesBackWhatWasAppendedAndIsGoneAfterwards() throws IOException {
        try (ScratchFile file = new ScratchFile(WorkFolder.at(folder))) {
            assertThat(file.append("one".getBytes(UTF_8))).isZero();
            assertThat(file.append("two".getBytes(UTF_8))).isEqualTo(3);

            assertThat(file.read(2, 3)).asString(UTF_8).isEqualTo("etw");
            try (InputStream all = file.stream()) {
                assertThat(all).hasContent("onetwo");
            }
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isEmptyAndNowhereUntilSomethingIsAppended() throws IOException {
        Path nowhere = folder.resolve("nowhere");
        try (ScratchFile file = new ScratchFile(WorkFolder.at(nowhere));
                InputStream all = file.stream()) {
            assertThat(all).isEmpty();
        }

        assertThat(nowhere).doesNotExist();
    }
}
