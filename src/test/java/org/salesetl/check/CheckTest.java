package org.salesetl.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;

/** A check tells what files would change, and changes nothing. */
class CheckTest extends ApiTest {

    private static final String HEADER = "sale_id,order_id,customer_id,product_id,order_date,quantity,price";

    @Test
    void tellsWhatAFileWouldChangeAndChangesNothing() throws IOException {
        loadSales();
        List<String> before = everything();
        put(
                "sales.csv",
                HEADER,
                "S1,O1,C1,P1,2025-03-01,3,10.00",
                "S2,O1,C1,P1,2025-03-01,1,5.00",
                "S3,O2,C1,P1,2025-04-01,1,7.50",
                "S4,O2,C1,P1,2025-02-30,1,7.50",
                "S5,O2,C9,P1,2025-04-01,1,7.50");

        check();

        JsonNode report = api.get("/api/checks").json().get(0);
        assertThat(report.path("status").asText()).isEqualTo("checked");
        assertThat(report.path("counts").path("rowsRead").asInt()).isEqualTo(5);
        assertThat(report.path("counts").path("inserted").asInt()).isEqualTo(1);
        assertThat(report.path("counts").path("updated").asInt()).isEqualTo(1);
        assertThat(report.path("counts").path("unchanged").asInt()).isEqualTo(1);
        assertThat(report.path("counts").path("rejected").asInt()).isEqualTo(1);
        assertThat(report.path("counts").path("parked").asInt()).isEqualTo(1);
        assertThat(report.path("revenue").decimalValue()).isEqualByComparingTo("17.50");
        assertThat(report.path("months"))
                .extracting(month -> month.path("month").asText() + " "
                        + month.path("revenue")
                                .decimalValue()
                                .stripTrailingZeros()
                                .toPlainString())
                .containsExactly("2025-03 10", "2025-04 7.5");
        assertThat(Files.readString(warehouse.inbox().resolve("check/sales.csv.report.html")))
                .contains("+17.50", "The calendar has no such date", "2025-03");
        assertThat(api.get("/checks").text()).contains("+17.50");
        assertThat(api.get("/etl").text()).contains("Files were checked and not loaded");
        assertThat(everything()).isEqualTo(before);
        assertThat(warehouse.inbox().resolve("check/sales.csv")).exists();
    }

    @Test
    void tellsWhichSalesWouldBeWithdrawnAndWhichRowsAreNoSale() throws IOException {
        loadSales();
        List<String> before = everything();
        put(
                "sales.csv",
                HEADER + ",status",
                "S1,O1,C1,P1,2025-03-01,2,10.00,cancelled",
                "S2,O1,C1,P1,2025-03-01,1,5.00,paid",
                "S8,O8,C1,P1,2025-03-01,1,8.25,cancelled");

        check();

        JsonNode report = api.get("/api/checks").json().get(0);
        assertThat(report.path("counts").path("withdrawn").asInt()).isEqualTo(1);
        assertThat(report.path("counts").path("leftOut").asInt()).isEqualTo(1);
        assertThat(report.path("counts").path("unchanged").asInt()).isEqualTo(1);
        assertThat(report.path("amounts").path("withdrawnRevenue").decimalValue())
                .isEqualByComparingTo("20");
        assertThat(report.path("amounts").path("leftOutRevenue").decimalValue()).isEqualByComparingTo("8.25");
        assertThat(report.path("leftOut").path("status").path("rows").asInt()).isEqualTo(1);
        assertThat(report.path("revenue").decimalValue()).isEqualByComparingTo("-20");
        assertThat(api.get("/checks").text())
                .contains(
                        "<dt>Withdrawn</dt><dd>1</dd><dd class=\"of-part\">20.00</dd>",
                        "<dt>Left out</dt><dd>1</dd><dd class=\"of-part\">8.25</dd>");
        assertThat(everything()).isEqualTo(before);
        assertThat(warehouse.query("SELECT * FROM left_out_row")).isEmpty();
    }

    @Test
    void showsAReportOfAnEarlierVersion() throws IOException {
        put("sales.csv", HEADER, "S1,O1,C1,P1,2025-03-01,2,10.00");
        Files.writeString(warehouse.inbox().resolve("check/sales.csv.report.json"), """
                {"name":"sales.csv","at":"2025-03-01T00:00:00Z","kind":"sales","status":"checked","message":null,
                 "counts":{"inserted":7,"updated":0,"unchanged":0,"rejected":0,"parked":0},"reasons":{},"revenue":5,"months":[]}""");

        assertThat(api.get("/checks").text()).contains("<dt>New</dt><dd>7</dd>");
    }

    @Test
    void checksFilesThatNeedOneAnotherTogether() throws IOException {
        put("sales.csv", HEADER, "S1,O1,C1,P1,2025-03-01,2,10.00");
        put("customers.csv", "customer_id", "C1");
        put("products.csv", "product_id", "P1");

        check();

        assertThat(api.get("/api/checks").json())
                .hasSize(3)
                .allSatisfy(report -> assertThat(
                                report.path("counts").path("inserted").asInt())
                        .isEqualTo(1));
        assertThat(warehouse.query("SELECT * FROM dim_customer")).isEmpty();
        assertThat(warehouse.query("SELECT * FROM etl_file")).isEmpty();
    }

    @Test
    void tellsWhatWouldHaveToBeDoneFirstAndGoesOn() throws IOException {
        put("a.csv", "who,what", "1,2");
        put("b.csv", HEADER, "S1,O1,C1,P1,03/04/2025,2,10.00");
        put("c.csv", "customer_id", "C1");

        check();

        assertThat(api.get("/api/checks").json())
                .extracting(report -> report.path("name").asText() + " "
                        + report.path("status").asText())
                .containsExactlyInAnyOrder("a.csv refused", "b.csv held", "c.csv checked");
        assertThat(api.get("/checks").text()).contains("Does the day or the month come first");
    }

    @Test
    void checksAFileOnceUntilItChanges() throws IOException {
        put("c.csv", "customer_id", "C1");
        check();
        String first = api.get("/api/checks").text();
        check();
        assertThat(api.get("/api/checks").text()).isEqualTo(first);

        Path file = put("c.csv", "customer_id", "C1", "C2");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusMillis(50)));
        await().until(() -> {
            check();
            return api.get("/api/checks")
                            .json()
                            .get(0)
                            .path("counts")
                            .path("inserted")
                            .asInt()
                    == 2;
        });
    }

    @Test
    void takesContainersApartAndReportsOnEveryPart() throws IOException {
        Path zip = warehouse.inbox().resolve("check/shop.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            entry(out, "sales.csv", HEADER + "\nS1,O1,C1,P1,2025-03-01,2,10.00\n");
            entry(out, "customers.csv", "customer_id\nC1\n");
            entry(out, "products.csv", "product_id\nP1\n");
        }
        put("empty.zip", "no archive at all");
        byte[] whole = Files.readAllBytes(zip);
        Files.write(warehouse.inbox().resolve("check/cut.zip"), Arrays.copyOf(whole, whole.length / 2));
        try (ZipOutputStream out = new ZipOutputStream(
                Files.newOutputStream(warehouse.inbox().resolve("check/dos.zip")), Charset.forName("IBM850"))) {
            entry(out, "Köln".repeat(80) + ".csv", "customer_id\nC2\n");
        }

        check();
        check();

        assertThat(api.get("/api/checks").json())
                .extracting(report -> report.path("name").asText().replaceFirst("^(dos.{153}).*csv$", "$1") + " "
                        + report.path("status").asText() + " "
                        + report.path("counts").path("inserted").asText("0"))
                .containsExactlyInAnyOrder(
                        "shop.zip unpacked 0",
                        "shop.sales.csv checked 1",
                        "shop.2.customers.csv checked 1",
                        "shop.3.products.csv checked 1",
                        "empty.zip refused 0",
                        "cut.zip refused 0",
                        "dos.zip unpacked 0",
                        "dos." + "Köln".repeat(38) + " checked 1");
        assertThat(zip).exists();
        assertThat(warehouse.inbox().resolve("check/.parts")).doesNotExist();
        assertThat(warehouse.query("SELECT * FROM etl_file")).isEmpty();
    }

    @Test
    void doesNotReplaceAFileThatNobodyHasCheckedYet() throws IOException {
        Path own = put("shop.sales.csv", "customer_id", "C9");
        Files.setLastModifiedTime(own, FileTime.from(Instant.now().plusSeconds(3600)));
        try (ZipOutputStream out =
                new ZipOutputStream(Files.newOutputStream(warehouse.inbox().resolve("check/shop.zip")))) {
            entry(out, "sales.csv", "customer_id\nC1\n");
        }

        check();

        assertThat(own).content().contains("C9");
        assertThat(warehouse.inbox().resolve("check/shop.sales-2.csv"))
                .content()
                .contains("C1");
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }

    @Test
    void acceptsSalesWithoutACustomerAsSomebodyHasAnswered() throws IOException {
        loadSales();
        warehouse.drop("till.csv", HEADER, "S3,O3,,P1,2025-03-01,1,4.00");
        warehouse.run();
        put("next.csv", HEADER, "S4,O4,,P1,2025-03-01,1,8.00");

        check();
        assertThat(api.get("/api/checks").json().get(0).path("reasons").toString())
                .isEqualTo("{\"missing_customer_id\":1}");

        warehouse.acceptGuests("till.csv");
        List<String> before = everything();
        Path file = put("next.csv", HEADER, "S4,O4,,P1,2025-03-01,1,9.00");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusMillis(50)));
        await().until(() -> {
            check();
            return api.get("/api/checks")
                            .json()
                            .get(0)
                            .path("counts")
                            .path("inserted")
                            .asInt()
                    == 1;
        });

        assertThat(api.get("/api/checks").json().get(0).path("revenue").asText())
                .isEqualTo("9.0000");
        assertThat(everything()).isEqualTo(before);
    }

    private void loadSales() {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.drop("products.csv", "product_id", "P1");
        warehouse.drop("sales.csv", HEADER, "S1,O1,C1,P1,2025-03-01,2,10.00", "S2,O1,C1,P1,2025-03-01,1,5.00");
        warehouse.run();
    }

    private Path put(String name, String... lines) throws IOException {
        Path file = warehouse.inbox().resolve("check").resolve(name);
        Files.write(file, (String.join("\n", lines) + "\n").getBytes(UTF_8));
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }

    private void check() {
        assertThat(api.postAsAdmin("/api/etl/runs", "{\"mode\":\"check\"}").status())
                .isEqualTo(202);
        warehouse.awaitEnd();
        assertThat(warehouse.query("SELECT status FROM etl_run ORDER BY run_id DESC LIMIT 1"))
                .containsExactly("succeeded");
    }

    private List<String> everything() {
        List<String> rows = new ArrayList<>(warehouse.contents());
        for (String table : List.of("sales_pack", "rollup_customer", "rollup_product", "rollup_day", "rollup_month")) {
            rows.addAll(warehouse.query("SELECT * FROM " + table));
        }
        rows.addAll(warehouse.query("SELECT name, status FROM etl_file"));
        return rows;
    }
}
