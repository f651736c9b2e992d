package org.salesetl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.work.WorkFolder;

class IdCountsTest {

    /** More than the heap takes. */
    private static final int MANY = 400_000;

    @TempDir
    Path folder;

    @Test
    void countsEachIdByItself() {
        try (IdCounts counts = new IdCounts(WorkFolder.at(folder))) {
            assertThat(counts.count("a")).isZero();
            assertThat(counts.add("a")).isEqualTo(1);
            assertThat(counts.add("a")).isEqualTo(2);
            assertThat(counts.add("A")).isEqualTo(1);
            assertThat(counts.add("")).isEqualTo(1);
            assertThat(counts.add("ä😀")).isEqualTo(1);
            assertThat(counts.count("a")).isEqualTo(2);
            assertThat(counts.count("")).isEqualTo(1);
            assertThat(counts.count("b")).isZero();
        }
    }

    @Test
    void leavesNothingBehindOfTheIdsOfALargeFile() throws IOException {
        WorkFolder work = WorkFolder.at(folder);
        try (IdCounts counts = new IdCounts(work)) {
            for (int i = 0; i < MANY; i++) {
                assertThat(counts.add("id " + i)).isEqualTo(1);
            }
            for (int i = 0; i < MANY; i += 1_000) {
                assertThat(counts.count("id " + i)).isEqualTo(1);
                assertThat(counts.add("id " + i)).isEqualTo(2);
                assertThat(counts.count("no " + i)).isZero();
            }
        }

        assertThat(work.path()).isEmptyDirectory();
    }

    @Test
    void touchesNoFileForTheIdsOfASmallOne() {
        try (IdCounts counts = new IdCounts(WorkFolder.at(folder.resolve("work")))) {
            for (int i = 0; i < 10_000; i++) {
                counts.add("id " + i);
            }
        }

        assertThat(folder).isEmptyDirectory();
    }
}
