package org.salesetl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The service as a process of its own, killed and asked to stop in the middle of a file. */
class StoppedServiceTest {

    private static final Path HOME = TestFolder.of("stopped-service-test").toAbsolutePath();
    private static final Path INBOX = HOME.resolve("inbox");
    private static final Path LOG = HOME.resolve("service.log");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SALES = 120_000;

    private @Nullable Process service;

    @AfterEach
    void stopWhatIsLeft() throws InterruptedException {
        if (service != null && service.isAlive()) {
            service.destroy();
            service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void losesNothingWhenKilledAndFinishesTheFileInHandWhenAskedToStop() throws Exception {
        assumeThat(System.getProperty("spring.datasource.url"))
                .as("the embedded server, which a killed service leaves running")
                .isNull();
        FileSystemUtils.deleteRecursively(HOME);
        Files.createDirectories(INBOX);
        start();
        drop("customers.csv", "customer_id\nC1\n", 1);
        drop("products.csv", "product_id,price\nP1,2.50\n", 2);
        drop("sales.csv", sales("A"), 3);

        awaitClaimed("sales.csv");
        process().destroyForcibly().waitFor();
        start();

        await().atMost(PATIENCE).until(() -> isArchived("sales.csv"));
        assertThat(count("SELECT COUNT(*) FROM fact_sales")).isEqualTo(SALES);
        assertThat(count("SELECT COUNT(*) FROM etl_file WHERE name = 'sales.csv'"))
                .isEqualTo(1);
        assertThat(count("SELECT COUNT(*) FROM etl_run WHERE status = 'failed' AND message LIKE 'Interrupted%'"))
                .isEqualTo(1);

        drop("more.csv", sales("B"), 4);
        awaitClaimed("more.csv");
        drop("later.csv", "customer_id\nC2\n", 5);
        long database = Long.parseLong(
                Files.readString(HOME.resolve("data/mariadb/mariadbd.pid")).strip());
        process().destroy();

        assertThat(process().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(isArchived("more.csv")).isTrue();
        assertThat(INBOX.resolve("later.csv")).exists();
        assertThat(ProcessHandle.of(database).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
    }

    private void start() throws IOException {
        Files.deleteIfExists(LOG);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m"));
        command.addAll(ServiceClasses.options());
        command.addAll(List.of(
                SalesEtlApplication.class.getName(),
                "--server.port=0",
                "--sales-etl.watch=100ms",
                "--sales-etl.settle=100ms",
                "--sales-etl.sample.on-empty=false"));
        service = new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        await().atMost(PATIENCE).until(() -> log().contains("Ready: "));
        ServiceClasses.archive(service);
    }

    private Process process() {
        if (service == null) {
            throw new IllegalStateException("not started");
        }
        return service;
    }

    private static void drop(String name, String text, int age) throws IOException {
        Path part = HOME.resolve(name + ".part");
        Files.writeString(part, text);
        Files.setLastModifiedTime(
                part, FileTime.from(Instant.now().minusSeconds(1_000).plusSeconds(age)));
        Files.move(part, INBOX.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String sales(String prefix) {
        StringBuilder sales = new StringBuilder("sale_id,customer_id,product_id,order_date,quantity\n");
        for (int i = 0; i < SALES; i++) {
            sales.append(prefix).append(i).append(",C1,P1,2025-01-31,1\n");
        }
        return sales.toString();
    }

    private static void awaitClaimed(String name) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> exists(INBOX.resolve(".work"), name));
    }

    private static boolean isArchived(String name) {
        return exists(HOME.resolve("archive"), name);
    }

    private static boolean exists(Path folder, String name) {
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().equals(name));
        } catch (UncheckedIOException e) {
            return false; // a folder went away while it was looked into
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String log() throws IOException {
        return Files.readString(LOG, StandardCharsets.UTF_8);
    }

    private static long count(String query) throws IOException, SQLException {
        Matcher url = Pattern.compile("jdbc:mysql://\\S+").matcher(log());
        assertThat(url.find()).isTrue();
        String password =
                Files.readString(HOME.resolve("data/mariadb/password")).strip();
        try (Connection connection = DriverManager.getConnection(url.group(), "sales_etl", password);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
