package org.salesetl.personal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.camel.model.ModelCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;
import org.salesetl.HttpApi.Answer;
import org.salesetl.metric.Metric;
import org.springframework.beans.factory.annotation.Autowired;

/** No answer shows an e-mail address to somebody from whom personal data is hidden, and no record shows a name. */
@Tag("variants")
class MaskingTest extends ApiTest {

    private static final String NAME = "Zoltan Quux";
    private static final String EMAIL = "zoltan.quux@example.org";

    /** A shop that has no numbers of customers. */
    private static final String KEY = "keyed.quux@example.org";

    /** In a column that no mapping reads. */
    private static final String PHONE = "+49 170 5550199";

    private static final String WIDE =
            "sale_id,order_id,customer_id,customer_name,email,phone,product_id,order_date,quantity,price,status";

    private static final Pattern TOKEN = Pattern.compile("salesetl_[A-Za-z0-9_-]+");

    @Autowired
    private ServletContext context;

    @Autowired
    private ModelCamelContext camel;

    private String viewer;
    private List<String> paths;

    @BeforeEach
    void loadAPerson() throws IOException {
        warehouse.drop(
                "customers.csv", "customer_id,name,email,city", "C1," + NAME + "," + EMAIL + ",Paris", KEY + ",,,Oslo");
        warehouse.drop("products.csv", "product_id,name,category,price", "P1,Pen,Office,1.50");
        warehouse.run();
        warehouse.drop(
                "wide.csv",
                WIDE,
                row("S1", "C1", NAME, "2025-01-06", "paid"),
                row("S2", "C1", NAME, "2025-02-30", "paid"),
                row("S3", "C1", NAME, "2025-01-07", "cancelled"),
                row("S4", KEY, "", "2025-01-08", "paid"),
                row("S5", KEY, "", "never", "paid"),
                row("S6", "C1", NAME + "\u0001", "2025-01-09", "paid"));
        warehouse.drop(
                "unknown.csv",
                "Nummer;Wer;Post;Wann;Was;Wieviel;Preis",
                "1;" + NAME + ";" + EMAIL + ";15.03.2025;A1;2;1,50",
                "2;" + NAME + ";" + EMAIL + ";16.03.2025;A1;1;1,50");
        warehouse.run();
        Path check = Files.writeString(
                warehouse.inbox().resolve("check/check.csv"),
                String.join(
                                "\n",
                                WIDE,
                                row("S7", "C1", NAME, "2025-01-10", "paid"),
                                row("S8", KEY, NAME, "never", "paid"))
                        + "\n");
        Files.setLastModifiedTime(check, FileTime.from(Instant.now().minusSeconds(60)));
        warehouse.check();
        Matcher token = TOKEN.matcher(api.postAsAdmin(
                        "/account/token",
                        "name=masking&role=viewer&last-day="
                                + LocalDate.now(ZoneOffset.UTC).plusDays(2),
                        "Content-Type",
                        "application/x-www-form-urlencoded")
                .text());
        assertThat(token.find()).isTrue();
        viewer = "Bearer " + token.group();
        paths = paths();
        context.setAttribute(PersonalData.MASKED, true);
    }

    @AfterEach
    void hideNothing() {
        context.setAttribute(PersonalData.MASKED, false);
        warehouse.update("DELETE FROM api_token");
    }

    @Test
    void hidesAddressesFromViewersInEveryAnswer() throws IOException {
        for (String path : paths) {
            assertThat(text(api.get(path, "Authorization", viewer)))
                    .as(path)
                    .doesNotContain(EMAIL, KEY, PHONE, EMAIL.replace("@", "%40"), KEY.replace("@", "%40"));
        }
    }

    @Test
    void hidesThemFromReadersWhoHaveNotSignedIn() throws IOException {
        for (String path : List.of(
                "/api/quarantine", "/api/data/dim_customer.csv", "/analytics?period=all", "/customer?customer=C1")) {
            assertThat(text(api.get(path))).as(path).doesNotContain(EMAIL, KEY, PHONE);
        }
    }

    @Test
    void hidesNamesInRecordsAndNowhereElse() throws IOException {
        assertThat(paths.stream()
                        .filter(path -> path.matches(".*(quarantine|/lines/|left-out|questions|checks).*"))
                        .toList())
                .hasSizeGreaterThan(8)
                .allSatisfy(path ->
                        assertThat(text(api.get(path, "Authorization", viewer))).doesNotContain(NAME));
        assertThat(text(api.get("/api/metrics/top-customers", "Authorization", viewer)))
                .contains(NAME);
        assertThat(api.get("/api/quarantine", "Authorization", viewer)
                        .json()
                        .path("rows")
                        .findValuesAsText("raw"))
                .contains("S2,O1,C1,•••,•••,•••,P1,2025-02-30,1,1.50,paid");
    }

    @Test
    void showsOperatorsEverything() throws IOException {
        int rows = 0;
        for (String path : List.of(
                "/customer?customer=C1",
                "/data/dim_customer",
                "/api/data/dim_customer.csv",
                "/api/data/dim_customer.xlsx",
                "/api/quarantine",
                "/api/quarantine.csv",
                "/quarantine",
                "/api/files/" + wide() + "/lines/2",
                "/files/" + wide() + "/lines/2",
                "/api/files/" + wide() + "/left-out",
                "/api/questions",
                "/questions",
                "/checks",
                "/api/checks",
                "/api/search/customers?q=C1")) {
            rows += text(api.getAsAdmin(path)).contains(EMAIL) ? 1 : 0;
        }
        assertThat(rows).isEqualTo(14);
    }

    @Test
    void letsNobodyFindOutLetterByLetterWhatIsHidden() {
        assertThat(api.get("/api/quarantine?q=zoltan").status()).isEqualTo(403);
        assertThat(api.get("/api/data/dim_customer?email=zoltan*")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(api.get("/api/data/dim_customer?q=zoltan.quux@")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(api.getAsAdmin("/api/data/dim_customer?q=zoltan.quux@")
                        .json()
                        .path("total")
                        .asInt())
                .isPositive();
    }

    /** The customer with the address as a key has no name, so the chart would show the address. */
    @Test
    void neverServesOneReaderTheAnswerOfAnother() {
        for (String path : List.of("/charts/top-customers.png", "/api/metrics/top-customers")) {
            Answer hidden = api.get(path, "Authorization", viewer);
            Answer shown = api.getAsAdmin(path);
            String tag = hidden.header("ETag").orElse("");

            assertThat(hidden.bytes()).isNotEqualTo(shown.bytes());
            assertThat(api.getAsAdmin(path, "If-None-Match", tag).status()).isEqualTo(200);
            assertThat(api.get(path, "Authorization", viewer).bytes()).isEqualTo(hidden.bytes());
            assertThat(api.getAsAdmin(path).bytes()).isEqualTo(shown.bytes());
            assertThat(hidden.response().headers().allValues("Vary")).anyMatch(vary -> vary.contains("Authorization"));
        }
    }

    /** All paths that answer a GET, with values. A new route has to be added. */
    private List<String> paths() {
        List<String> all = camel.getRouteDefinitions().stream()
                .map(route -> route.getEndpointUrl())
                .filter(url -> url.startsWith("platform-http") && url.contains("Restrict=GET"))
                .map(url -> url.replaceAll("platform-http:/*(/[^?]*)\\?.*", "$1"))
                .flatMap(this::asked)
                .toList();
        assertThat(all)
                .hasSizeGreaterThan(60)
                .allSatisfy(path -> assertThat(path).doesNotContain("{"));
        return all;
    }

    private Stream<String> asked(String path) {
        String file = path.replace("{file}", String.valueOf(wide()));
        return switch (path.replaceAll(".*(\\{\\w+}).*", "$1")) {
            case "{slug}" -> Stream.of(Metric.values()).map(metric -> path.replace("{slug}", metric.slug()));
            case "{table}" ->
                Stream.of("dim_customer", "dim_product", "dim_date", "fact_sales")
                        .map(table -> path.replace("{table}", table));
            case "{line}" -> Stream.of("2", "3", "4", "5", "6").map(line -> file.replace("{line}", line));
            case "{file}" -> Stream.of(file);
            case "{name}" -> Stream.of(path.replace("{name}", "Sales"));
            case "{id}" ->
                (path.contains("quarantine")
                                ? warehouse.query("SELECT quarantine_id FROM quarantine")
                                : warehouse.query("SELECT run_id FROM etl_run"))
                        .stream().map(id -> path.replace("{id}", id));
            default -> Stream.of(path + parameters(path));
        };
    }

    private static String parameters(String path) {
        return switch (path) {
            case "/customer" -> "?customer=C1";
            case "/product" -> "?product=P1";
            case "/analytics" -> "?period=all";
            case "/mapping", "/mapping.yaml" -> "?name=Sales";
            case "/api/search/customers", "/api/search/products" -> "?q=" + NAME.substring(0, 4);
            default -> "";
        };
    }

    private int wide() {
        return warehouse.entry("wide.csv").id();
    }

    private static String row(String sale, String customer, String name, String date, String status) {
        return sale + ",O1," + customer + "," + name + "," + EMAIL + "," + PHONE + ",P1," + date + ",1,1.50," + status;
    }

    /** The text of an answer; that of the parts of a workbook. */
    private static String text(Answer answer) throws IOException {
        if (!answer.text().startsWith("PK")) {
            return answer.text();
        }
        StringBuilder text = new StringBuilder();
        Path file = Files.write(Files.createTempFile("masking", ".xlsx"), answer.bytes());
        try (ZipFile workbook = new ZipFile(file.toFile())) {
            for (ZipEntry part : Collections.list(workbook.entries())) {
                text.append(new String(workbook.getInputStream(part).readAllBytes(), UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return text.toString();
    }
}
