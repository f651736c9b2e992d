package org.salesetl.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The files of a folder in HDFS load as files of the inbox do, and stay where they are. */
class FolderIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String HEADER = "sale_id,order_id,customer_id,product_id,order_date,quantity,price\n";

    /** It stays, for whoever has to read the logs. */
    private final Path folder = Path.of("target/folder").toAbsolutePath();

    private Hdfs hdfs;
    private FileSystem files;

    @BeforeEach
    void start() throws Exception {
        FileUtils.deleteDirectory(folder.toFile());
        Files.createDirectories(folder.resolve("service"));
        hdfs = Hdfs.start(folder.resolve("hdfs"));
        files = hdfs.files();
    }

    @AfterEach
    void stop() throws IOException {
        files.close();
        hdfs.close();
    }

    @Test
    void loadsTheFilesOfAFolder() throws Exception {
        List<String> options = new ArrayList<>(SparkAlone.options());
        options.add("--sales-etl.bucket.folder=" + hdfs.folder("all exports"));
        options.add("--sales-etl.bucket.every=1s");
        try (Service service = Service.start(folder.resolve("service"), options.toArray(String[]::new))) {
            service.awaitLog("Nothing can be fetched from the folder " + hdfs.folder("all exports"));
            assertThat(service.page("/etl")).contains("Nothing can be fetched since", "does not exist");

            write("customers.csv", "customer_id,city\nC1,Köln\n");
            write("products.csv", "product_id,price\nP1,2.50\n");
            loaded(service, "customers.csv", 1);
            loaded(service, "products.csv", 1);

            write("berlin/2025/sales ö.csv", HEADER + "S1,O1,C1,P1,2025-01-31,1,2\n");
            write("parts/part-00000-a.csv", HEADER + "S2,O2,C1,P1,2025-01-31,1,2\n");
            write("parts/part-00001-a.csv", HEADER + "S3,O3,C1,P1,2025-01-31,1,2\n");
            write("parts/.part-00000-a.csv.crc", "crc");
            write("parts/_temporary/0/part-00002-a.csv", HEADER + "S4,O4,C1,P1,2025-01-31,1,2\n");
            write("upload.csv._COPYING_", HEADER + "S5,O5,C1,P1,2025-01-31,1,2\n");
            try (FSDataOutputStream open = files.create(path("open.csv"))) {
                open.write((HEADER + "S6,O6,C1,P1,2025-01-31,1,2\n").getBytes(StandardCharsets.UTF_8));
                open.hflush();
                loaded(service, "berlin_2025_sales ö.csv", 1);
                letItLook();
                assertThat(names(service)).hasSize(3);
                write("parts/_SUCCESS", "");
                loaded(service, "parts.csv", 2);
                letItLook();
                assertThat(names(service)).hasSize(4);
            }
            loaded(service, "open.csv", 1);

            write("berlin/2025/sales ö.csv", HEADER + "S1,O1,C1,P1,2025-01-31,7,2\n");
            Processes.await(
                    "the correction has loaded", LIMIT, () -> revenue(service).compareTo(new BigDecimal(20)) == 0);
            service.killProgram("org.salesetl.spark.StoredFiles");
            write("last.csv", HEADER + "S7,O7,C1,P1,2025-01-31,50,2\n");
            loaded(service, "last.csv", 1);
            assertThat(revenue(service)).isEqualByComparingTo("120");
            assertThat(files.exists(path("last.csv"))).isTrue();
            assertThat(files.exists(path("parts/part-00000-a.csv"))).isTrue();
        }
    }

    private void write(String name, String content) throws IOException {
        try (OutputStream out = files.create(path(name))) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static org.apache.hadoop.fs.Path path(String name) {
        return new org.apache.hadoop.fs.Path("/all exports", name);
    }

    private static void loaded(Service service, String name, int rows) throws Exception {
        JsonNode outcome = service.outcome(name, LIMIT);
        assertThat(outcome.get("status").asText()).as("%s", outcome).isEqualTo("loaded");
        assertThat(outcome.get("inserted").asInt()).as("%s", outcome).isEqualTo(rows);
    }

    private static List<String> names(Service service) throws Exception {
        List<String> names = new ArrayList<>();
        for (JsonNode run : service.get("/api/etl/runs?limit=50").get("runs")) {
            run.get("files").forEach(file -> names.add(file.get("name").asText()));
        }
        return names;
    }

    private static BigDecimal revenue(Service service) throws Exception {
        return new BigDecimal(service.get("/api/key-figures").path("revenue").asText());
    }

    /** Gives the service the time for two looks, in which it should fetch nothing. */
    private static void letItLook() throws InterruptedException {
        Thread.sleep(3_000);
    }
}
