package org.salesetl.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SomeProperties;
import org.salesetl.layout.SomeSniffer;

class FilesInHandTest {

    private static final Drop DROP = new Drop(Path.of("sales.csv"), "sales.csv", "a".repeat(64), 1, Instant.EPOCH, "");

    private Inbox inbox;
    private FilesInHand inHand;

    @BeforeEach
    void openInbox(@TempDir Path folder) throws IOException {
        SalesEtlProperties properties = SomeProperties.with("inbox", folder);
        inbox = new Inbox(
                properties, new LoadOrder(SomeSniffer.with(properties)), Clock.systemUTC(), Clock.systemUTC());
        inHand = new FilesInHand(inbox);
    }

    @Test
    void refusesAFileThatTwoProcessesDiedWith() throws IOException {
        inHand.begin(DROP);
        inHand.begin(DROP);

        assertThatThrownBy(() -> inHand.begin(DROP)).isInstanceOf(DeadlyFileException.class);
    }

    @Test
    void blamesNoFileForAProcessThatWasAskedToStop() throws IOException {
        for (int start = 0; start < 5; start++) {
            inHand.begin(DROP);
            inHand.takeBack();
        }
        inHand.begin(DROP);
        inHand.end(DROP);
    }

    @Test
    void stillBlamesAFileForAnEarlierDeath() throws IOException {
        inHand.begin(DROP);
        FilesInHand nextProcess = new FilesInHand(inbox);
        nextProcess.begin(DROP);
        nextProcess.takeBack();
        new FilesInHand(inbox).begin(DROP);

        assertThatThrownBy(() -> new FilesInHand(inbox).begin(DROP)).isInstanceOf(DeadlyFileException.class);
    }

    @Test
    void saysNothingOfItsOwnNotes() throws IOException {
        inHand.begin(DROP);

        assertThat(inbox.untaken()).isEmpty();
    }
}
