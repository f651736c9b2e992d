package org.salesetl.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.salesetl.inbox.Inbox;
import org.salesetl.inbox.Untaken;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class UntakenFilesTest {

    private static final Untaken FILE = new Untaken("till.csv", "The service may not read this file.");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Inbox inbox = mock(Inbox.class);
    private UntakenFiles files;

    @BeforeEach
    void look() {
        files = new UntakenFiles(inbox, meters);
    }

    @Test
    void namesAFileThatStaysOnce(CapturedOutput output) {
        when(inbox.untaken()).thenReturn(List.of(FILE));

        files.look();
        assertThat(output).doesNotContain("till.csv");
        assertThat(meters.get("sales.etl.untaken.files").gauge().value()).isEqualTo(1);

        files.look();
        files.look();
        assertThat(output.toString())
                .containsOnlyOnce("In the inbox, till.csv is not taken. The service may not read this file.");
    }

    @Test
    void namesAFileAgainThatHasComeBack(CapturedOutput output) {
        for (List<Untaken> found : List.of(List.of(FILE), List.<Untaken>of(), List.of(FILE))) {
            when(inbox.untaken()).thenReturn(found);
            files.look();
            files.look();
        }

        assertThat(output.toString().split("till.csv is not taken", -1)).hasSize(3);
    }

    @Test
    void leavesAFileAloneThatIsGoneAtTheNextLook(CapturedOutput output) {
        when(inbox.untaken()).thenReturn(List.of(FILE)).thenReturn(List.of());

        files.look();
        files.look();

        assertThat(output).doesNotContain("till.csv");
        assertThat(meters.get("sales.etl.untaken.files").gauge().value()).isZero();
    }
}
