package org.salesetl.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.salesetl.WarehouseTest;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.RunLock;
import org.salesetl.ledger.RunRequest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.ledger.RunRequest.Trigger;
import org.salesetl.pipeline.Failures;
import org.springframework.beans.factory.annotation.Autowired;

class RunsTest extends WarehouseTest {

    @Autowired
    private RunLock lock;

    @Autowired
    private CurrentRun currentRun;

    @Autowired
    private Failures failures;

    @Test
    void leavesAWhileAfterARunThatFailedAsAWhole() {
        Runs runs = new Runs(lock, currentRun, failures, Clock.systemUTC());
        assertThat(runs.mayStart()).isTrue();

        runs.failedAsAWhole(
                new Run(1, new RunRequest(Trigger.WATCH, Mode.INCREMENTAL)), new IllegalStateException("no room"));

        assertThat(runs.mayStart()).isFalse();
    }

    @Test
    void saysWhatItHasToSayOnce() {
        Run run = new Run(1, new RunRequest(Trigger.WATCH, Mode.RELOAD));
        run.note("Left out: a.csv");
        run.note("Left out: a.csv");
        run.failed("b.csv failed");
        run.failed("b.csv failed");

        assertThat(run.message()).isEqualTo("b.csv failed · Left out: a.csv");
    }
}
