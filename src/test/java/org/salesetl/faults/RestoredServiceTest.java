package org.salesetl.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.salesetl.TestFolder;
import org.salesetl.backup.Backup;
import org.salesetl.backup.Restore;
import org.springframework.util.FileSystemUtils;

/** A backup of a running service. It comes back on another server, and in an empty folder with an embedded one. */
class RestoredServiceTest {

    private static final Path HOME = TestFolder.of("restored-service-test").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final List<String> QUESTIONS = List.of(
            "/api/metrics/top-customers",
            "/api/metrics/monthly-revenue",
            "/api/metrics/best-selling-products",
            "/api/metrics/category-revenue",
            "/api/metrics/average-order-value",
            "/api/metrics/orders-per-weekday",
            "/api/metrics/quantity-per-category",
            "/api/metrics/top-cities",
            "/api/metrics/customer-distribution",
            "/api/metrics/price-vs-quantity",
            "/api/metrics/monthly-revenue?measure=profit",
            "/api/metrics/top-cities?category=Desk&from=2025-01-01&to=2025-12-31",
            "/api/facts.csv",
            "/api/data/dim_customer.csv",
            "/api/data/dim_product.csv",
            "/api/quarantine",
            "/api/questions",
            "/api/mappings",
            "/api/etl/runs");

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stopAll() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void answersEverythingAlikeAndLosesNothingThatIsThere() throws Exception {
        FileSystemUtils.deleteRecursively(HOME);
        Path file = HOME.resolve("backup.zip");
        DatabaseProcess database = server("first");
        ServiceProcess service = service("first", database);
        loadShop(service, database);
        Map<String, String> before = service.answers(QUESTIONS);
        assertThat(before.get("/api/quarantine")).contains("bad_date", "unknown_product");

        assertThat(new Backup().run(options("first", file, database))).isZero();
        service.close();
        refuseWhatWouldLoseSomething(file, database);

        DatabaseProcess other = server("second");
        assertThat(new Restore().run(options("second", without("database/etl_run.csv", file), other)))
                .isEqualTo(1);
        assertThat(other.number("SELECT COUNT(*) FROM etl_file")).isZero();
        assertThat(archived("second")).isEqualTo(archived("first"));
        FileSystemUtils.deleteRecursively(HOME.resolve("second/archive"));
        FileSystemUtils.deleteRecursively(HOME.resolve("second/mappings"));
        assertThat(new Restore().run(options("second", file, other))).isZero();
        assertThat(service("second", other).answers(QUESTIONS)).isEqualTo(before);
        assertThat(archived("second")).isEqualTo(archived("first")).isNotEmpty();

        try (FileChannel running = FileChannel.open(
                Files.createDirectories(HOME.resolve("third/data")).resolve("instance"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            assertThat(running.tryLock()).isNotNull();
            assertThat(new Restore().run(options("third", file, null)))
                    .as("under a service that has not been used yet")
                    .isEqualTo(1);
        }
        assertThat(new Restore().run(options("third", file, null))).isZero();
        Path again = HOME.resolve("again.zip");
        assertThat(new Backup().run(options("third", again, null))).isZero();
        assertThat(tables(again)).isEqualTo(tables(file)).isNotEmpty();
    }

    private static void refuseWhatWouldLoseSomething(Path file, DatabaseProcess database) throws Exception {
        assertThat(new Backup().run(options("first", file, database))).isEqualTo(1);
        assertThat(new Restore().run(options("first", file, database))).isEqualTo(1);
        assertThat(new Restore().run(options("second", file, database))).isEqualTo(1);
        Files.write(HOME.resolve("cut.zip"), Arrays.copyOf(Files.readAllBytes(file), 1000));
        assertThat(new Restore().run(options("second", HOME.resolve("cut.zip"), database)))
                .isEqualTo(1);
        assertThat(new Restore().run(options("second", HOME.resolve("absent.zip"), database)))
                .isEqualTo(1);

        assertThat(database.number("SELECT COUNT(*) FROM fact_sales")).isEqualTo(4);
        assertThat(HOME.resolve("second/archive")).doesNotExist();
    }

    private DatabaseProcess server(String name) throws Exception {
        DatabaseProcess database = DatabaseProcess.ofItsOwn(HOME.resolve(name));
        open.add(database::close);
        return database;
    }

    private ServiceProcess service(String name, DatabaseProcess database) throws IOException {
        ServiceProcess service = new ServiceProcess(HOME.resolve(name), database);
        open.add(service::close);
        service.start();
        return service;
    }

    private static void loadShop(ServiceProcess service, DatabaseProcess database) throws Exception {
        service.drop("customers.csv", "customer_id,name,city", "C1,\"Anna \"\"A\"\"\nWeber\",Zürich", "C2,\\N,Köln");
        service.drop(
                "products.csv",
                "product_id,name,category,cost_price,price",
                "P1,Desk 😀,Desk,10.00,25.50",
                "P2,,,,1.001");
        service.drop(
                "sales.csv",
                "order_id,customer_id,product_id,order_date,quantity",
                "O1,C1,P1,2025-01-31,2",
                "O1,C2,P2,2025-02-01,0.5",
                "O2,C2,P1,2025-02-30,1",
                "O3,C2,NEW,2025-03-01,1");
        service.drop(
                "till.csv",
                "Bon;Datum;Kunde;Artikel;Menge;Preis",
                "B1;25.03.2025;Bernd;Tasse;1;9,50",
                "B2;26.03.2025;Bernd;Brett;2;4,25");
        await().atMost(PATIENCE)
                .until(() -> service.get("/api/questions").body().contains("till.csv"));
        assertThat(service.post(
                        "/api/questions/answers", "{\"name\":\"till.csv\",\"answers\":{},\"otherwise\":\"suggested\"}"))
                .isEqualTo(202);
        await().atMost(PATIENCE).until(() -> database.number("SELECT COUNT(*) FROM fact_sales") == 4);
        await().atMost(PATIENCE)
                .until(() -> service.get("/api/etl/progress").body().contains("\"running\":false"));
    }

    private static String[] options(String name, Path file, @Nullable DatabaseProcess database) {
        Path home = HOME.resolve(name);
        Stream<String> folders = Stream.of("archive", "data", "mappings")
                .map(folder -> "--sales-etl." + folder + "=" + home.resolve(folder));
        Stream<String> server = database == null
                ? Stream.of()
                : Stream.of(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + DatabaseProcess.USER,
                        "--spring.datasource.password=" + DatabaseProcess.PASSWORD);
        return Stream.of(Stream.of(file.toString()), folders, server)
                .flatMap(option -> option)
                .toArray(String[]::new);
    }

    private static Map<String, String> archived(String name) throws IOException {
        Path archive = HOME.resolve(name).resolve("archive");
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(archive)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(archive.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    /** A copy of a backup that lacks an entry. */
    private static Path without(String lost, Path file) throws IOException {
        Path damaged = HOME.resolve("damaged.zip");
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream copy = new ZipOutputStream(Files.newOutputStream(damaged))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.getName().equals(lost)) {
                    copy.putNextEntry(new ZipEntry(entry.getName()));
                    zip.getInputStream(entry).transferTo(copy);
                }
            }
        }
        return damaged;
    }

    private static Map<String, String> tables(Path file) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().startsWith("database/")) {
                    tables.put(
                            entry.getName(),
                            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return tables;
    }
}
