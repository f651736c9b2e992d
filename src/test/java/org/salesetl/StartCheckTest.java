package org.salesetl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

class StartCheckTest {

    @TempDir
    private Path home;

    @Test
    void refusesATakenPortBeforeAnythingIsUnpacked() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RefusedStartException refusal = catchThrowableOfType(
                    RefusedStartException.class,
                    () -> SpringApplication.run(
                            SalesEtlApplication.class,
                            "--server.port=" + taken.getLocalPort(),
                            "--sales-etl.data=" + home.resolve("data"),
                            "--sales-etl.inbox=" + home.resolve("inbox"),
                            "--sales-etl.archive=" + home.resolve("archive")));

            assertThat(refusal)
                    .hasMessage("Another program already uses the port " + taken.getLocalPort() + " of 127.0.0.1.");
            assertThat(refusal.wayOut())
                    .contains("http://localhost:" + taken.getLocalPort() + "/")
                    .contains("--server.port=" + (taken.getLocalPort() + 1));
            assertThat(home).isEmptyDirectory();
        }
    }
}
