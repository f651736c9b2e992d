package org.salesetl.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.salesetl.TestFolder;
import org.springframework.util.FileSystemUtils;

/** A proxy, a firewall or a network loses a connection, and tells the service nothing. */
class SilentConnectionTest {

    private static final Path HOME = TestFolder.of("silent-connection-test").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CUSTOMERS = 500;

    @Test
    void loadsAFileAgainWhoseConnectionFellSilent() throws Exception {
        FileSystemUtils.deleteRecursively(HOME);
        DatabaseProcess database = DatabaseProcess.ofItsOwn(HOME);
        ServiceProcess service = new ServiceProcess(HOME, database);
        try (SilentProxy proxy = new SilentProxy(database.port())) {
            service.start(
                    "512m",
                    "--spring.datasource.url="
                            + database.url().replace(":" + database.port() + "/", ":" + proxy.port() + "/"));
            service.awaitReady();
            Hold.prepare(database);
            try (Hold hold = new Hold(database)) {
                List<String> lines = new ArrayList<>(List.of("customer_id,name"));
                IntStream.range(0, CUSTOMERS).forEach(i -> lines.add("S" + i + ",Name " + i));
                service.drop("silent.csv", lines.toArray(new String[0]));
                hold.awaitLoad();

                proxy.loseConnections();
            }

            await().atMost(PATIENCE).until(() -> service.isIn("archive", "silent.csv"));
            assertThat(service.isIn("archive/failed", "silent.csv")).isFalse();
            assertThat(database.number("SELECT COUNT(*) FROM sales_etl.dim_customer"))
                    .isEqualTo(CUSTOMERS);
            await().atMost(PATIENCE)
                    .until(() -> database.text("SELECT status FROM sales_etl.etl_run")
                            .equals("succeeded"));
        } finally {
            service.close();
            database.close();
        }
    }
}
