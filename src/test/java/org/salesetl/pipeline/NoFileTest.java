package org.salesetl.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;
import org.salesetl.TestWarehouse.FileEntry;
import org.salesetl.TestWarehouse.RunEnd;
import org.salesetl.ledger.RunRequest.Mode;
import org.springframework.util.FileSystemUtils;

/** What lies in the inbox and is no file, has a name that nobody can read, or goes away while it is read. */
@Tag("variants")
class NoFileTest extends ApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @BeforeEach
    void needsASystemWithPipes() {
        assumeThat(Path.of("/bin/sh")).exists();
    }

    @AfterEach
    void removePipes() throws IOException, InterruptedException {
        shell("rm -rf pipe.csv pipe socket.csv .work/x check/pipe.csv check/*.report.json ../secret.txt");
    }

    @Test
    void namesWhatIsNoFileAndNeitherReadsItNorFollowsIt() throws Exception {
        Path secret = Files.writeString(warehouse.inbox().resolveSibling("secret.txt"), "top,secret\n");
        shell(
                "mkfifo pipe.csv; mkfifo pipe; mkdir folder.csv folder; ln -s " + secret.toAbsolutePath()
                        + " link.csv; ln -s nowhere.csv broken.csv; mkdir .work/x; ln -s " + secret.toAbsolutePath()
                        + " .work/x/claimed.csv; mkfifo .work/x/pipe.csv; touch written.csv.part .hidden; echo %PDF-1.7 > notes.pdf; touch -d '2 minutes ago' notes.pdf");
        warehouse.drop("customers.csv", "customer_id", "C1");
        RunEnd run;
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(warehouse.inbox().resolve("socket.csv")));

            run = assertTimeoutPreemptively(PATIENCE, () -> warehouse.run());
        }

        assertThat(run.status()).isEqualTo("succeeded");
        assertThat(warehouse.entry("customers.csv").status()).isEqualTo("loaded");
        assertThat(warehouse.entry("notes.pdf").status()).isEqualTo("refused");
        assertThat(warehouse.entry("notes.pdf").message())
                .isEqualTo("Expected a table, as text or in a workbook, but this is a PDF."
                        + " Export its table as CSV or Excel (.xlsx) and drop that.");
        assertThat(warehouse.count("SELECT COUNT(*) FROM etl_file")).isEqualTo(2);
        String home = api.get("/").text();
        for (String name :
                List.of("pipe.csv", "pipe", "folder.csv", "folder", "link.csv", "broken.csv", "claimed.csv")) {
            assertThat(run.message()).contains(name + " is not taken. ");
            assertThat(home).contains(">" + name + "<");
        }
        assertThat(run.message())
                .contains("link.csv is not taken. This is a link, and links are not followed")
                .contains("socket.csv is not taken. This is a pipe, a socket or a device")
                .doesNotContain("secret")
                .doesNotContain("written")
                .doesNotContain("hidden");
        assertThat(secret).exists();
    }

    @Test
    void namesWhatIsNotCheckedAndFollowsNoLinkInPlaceOfAReport() throws Exception {
        Path secret = Files.writeString(warehouse.inbox().resolveSibling("secret.txt"), "top,secret\n");
        shell("cd check; mkfifo pipe.csv; printf x > a.csv; printf x > b.csv; mkfifo b.csv.report.json; ln -s "
                + secret.toAbsolutePath() + " a.csv.report.json");

        String page =
                assertTimeoutPreemptively(PATIENCE, () -> api.get("/checks").text());

        assertThat(page).contains("No file waits here.").contains(">pipe.csv<").doesNotContain("secret");
    }

    @Test
    void leavesAFileAloneThatItMayNotRead() throws Exception {
        Path file = warehouse.drop("mine.csv", "customer_id", "C1");
        shell("chmod 000 mine.csv");
        assumeThat(Files.isReadable(file)).as("root reads everything").isFalse();

        RunEnd run = warehouse.run();

        assertThat(run.status()).isEqualTo("succeeded");
        assertThat(run.message()).contains("mine.csv is not taken. The service may not read this file");
        assertThat(file).exists();
    }

    @Test
    void givesAFileAnOutcomeWhoseNameIsNoText() throws Exception {
        shell("printf 'customer_id\\nC1\\n' > \"$(printf 'M\\374ller.csv')\";"
                + "printf 'who,knows\\n1,2\\n' > \"$(printf '\\377.csv')\"; touch -d '2 minutes ago' *");
        assumeThat(warehouse.waiting()).hasSize(2);

        RunEnd run = warehouse.run();

        assertThat(run.status()).isEqualTo("succeeded");
        assertThat(warehouse.query("SELECT name, status FROM etl_file ORDER BY name"))
                .containsExactly("M_ller.csv|loaded", "_.csv|refused");
        assertThat(warehouse.waiting()).isEmpty();
        assertThat(warehouse.archived()).contains("refused/_.csv", "refused/_.csv.reason.txt");
    }

    @Test
    void givesAFileAnOutcomeWhoseNameLeavesNoRoom() {
        String name = "é".repeat(125) + ".csv";
        warehouse.drop(name, "who,knows", "1,2");
        warehouse.drop("customers.csv", "customer_id", "C1");

        RunEnd run = warehouse.run();

        assertThat(run.status()).isEqualTo("succeeded");
        assertThat(warehouse.entry(name).status()).isEqualTo("refused");
        assertThat(warehouse.archived()).anyMatch(path -> path.endsWith(".csv.reason.txt"));
        assertThat(warehouse.entry("customers.csv").status()).isEqualTo("loaded");
    }

    @Test
    void saysThatAFileWasDeletedWhileItWasRead() throws Exception {
        warehouse.drop("customers.csv", "customer_id", "C1");
        int run;
        try (Connection other = warehouse.connection();
                Statement statement = other.createStatement()) {
            statement.execute("LOCK TABLES dim_customer WRITE");
            run = warehouse.start(Mode.INCREMENTAL);
            await().atMost(PATIENCE)
                    .until(() -> warehouse.count("SELECT COUNT(*) FROM information_schema.processlist"
                                    + " WHERE state LIKE 'Waiting for table metadata lock%'")
                            > 0);
            shell("rm .work/*/customers.csv");
            statement.execute("UNLOCK TABLES");
        }
        warehouse.awaitEnd();

        FileEntry entry = warehouse.entry("customers.csv");
        assertThat(entry.status()).isEqualTo("failed");
        assertThat(entry.message())
                .isEqualTo("customers.csv was deleted or moved away while it was being read, and nothing of it is kept."
                        + " Drop the file again to load it.");
        assertThat(warehouse.count("SELECT COUNT(*) FROM dim_customer")).isZero();
        assertThat(api.get("/etl/runs/" + run).text()).contains("was deleted or moved away while it was being read");
        assertThat(warehouse.inbox().resolve(".work")).isEmptyDirectory();
    }

    private void shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/bin/sh", "-c", command)
                .directory(warehouse.inbox().toFile())
                .inheritIO()
                .start();
        process.waitFor();
    }

    @Test
    void loadsAlthoughSomebodyHasClearedTheInbox() throws IOException {
        FileSystemUtils.deleteRecursively(warehouse.inbox().resolve(".work"));
        warehouse.drop("customers.csv", "customer_id,name", "C1,Ann");

        assertThat(warehouse.run().status()).isEqualTo("succeeded");
        assertThat(warehouse.entry("customers.csv").inserted()).isEqualTo(1);
    }
}
