package org.salesetl.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Where a backup may be written. */
@ExtendWith(OutputCaptureExtension.class)
class BackupTest {

    private static final int FAILED = 1;

    @TempDir
    private Path folder;

    @Test
    void makesNoFileInPlaceOfAFolderThatIsMissing(CapturedOutput output) {
        assertThat(backup("not-mounted")).isEqualTo(FAILED);

        assertThat(output.getErr())
                .contains("Expected a folder that exists, or a file whose name ends with .zip, but found "
                        + folder.resolve("not-mounted"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void makesNoFolderForItsFile(CapturedOutput output) {
        assertThat(backup("not-mounted/sales.zip")).isEqualTo(FAILED);

        assertThat(output.getErr())
                .contains("Expected the folder " + folder.resolve("not-mounted") + " to exist, but found none.");
        assertThat(folder).isEmptyDirectory();
    }

    private int backup(String target) {
        return new Backup().run(folder.resolve(target).toString(), "--sales-etl.data=" + folder.resolve("data"));
    }
}
