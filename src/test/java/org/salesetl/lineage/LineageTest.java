package org.salesetl.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.ApiTest;

/** Every number leads to its sales, and every sale leads to the line of the file that it came from. */
class LineageTest extends ApiTest {

    @ParameterizedTest
    @ValueSource(strings = {"category-revenue", "top-cities", "monthly-revenue", "top-customers"})
    void listsExactlyTheSalesBehindEachRowOfAnAnswer(String metric) {
        loadShop();
        JsonNode answer = api.get("/api/metrics/" + metric).json();
        String parameter = answer.path("columns").get(0).asText().replace("_id", "");
        assertThat(answer.path("rows")).isNotEmpty();

        for (JsonNode row : answer.path("rows")) {
            JsonNode facts = api.get("/api/facts?" + parameter + "="
                            + URLEncoder.encode(row.get(0).asText(), StandardCharsets.UTF_8))
                    .json();
            BigDecimal revenue = BigDecimal.ZERO;
            for (JsonNode fact : facts.path("rows")) {
                revenue = revenue.add(fact.path("revenue").decimalValue());
            }
            assertThat(revenue.setScale(2, RoundingMode.HALF_UP))
                    .as(row.get(0).asText())
                    .isEqualByComparingTo(row.get(row.size() - 1).decimalValue());
        }
    }

    @Test
    void filtersTheSalesByEveryFilter() {
        loadShop();
        List<String> all = sales("");
        assertThat(all).hasSize(warehouse.count("SELECT COUNT(*) FROM fact_sales"));

        for (String weekday : List.of("Monday", "Friday", "Sunday")) {
            assertThat(sales("weekday=" + weekday))
                    .hasSize(warehouse.count(
                            "SELECT COUNT(*) FROM fact_sales JOIN dim_date USING (date_key) WHERE DAYNAME(date) = ?",
                            weekday));
        }
        assertThat(sales("from=1999-01-01&to=1999-12-31")).isEmpty();
        assertThat(sales("customer=nobody")).isEmpty();
        List<String> paged = new ArrayList<>();
        for (int offset = 0; offset < all.size(); offset += 2) {
            paged.addAll(sales("limit=2&offset=" + offset));
        }
        assertThat(paged).isEqualTo(all);
        assertThat(api.get("/api/facts?limit=2").json().path("hasMore").asBoolean())
                .isTrue();
        assertThat(api.get("/api/facts?limit=500").json().path("hasMore").asBoolean())
                .isFalse();
    }

    @Test
    void sumsUpAllSalesBehindANumberAndServesThemAsFiles() throws IOException {
        loadShop();
        String slice = "category=Office";
        JsonNode all = api.get("/api/facts?limit=500&" + slice).json();
        BigDecimal revenue = BigDecimal.ZERO;
        BigDecimal units = BigDecimal.ZERO;
        for (JsonNode fact : all.path("rows")) {
            revenue = revenue.add(fact.path("revenue").decimalValue());
            units = units.add(fact.path("quantity").decimalValue());
        }
        assertThat(all.path("rows")).hasSizeGreaterThan(1);

        JsonNode totals = api.get("/api/facts?limit=1&offset=1&" + slice).json().path("totals");
        assertThat(totals.path("sales").asInt()).isEqualTo(all.path("rows").size());
        assertThat(totals.path("revenue").decimalValue()).isEqualByComparingTo(revenue);
        assertThat(totals.path("quantity").decimalValue()).isEqualByComparingTo(units);

        List<String> lines =
                api.get("/api/facts.csv?limit=1&" + slice).text().lines().toList();
        assertThat(lines).hasSize(1 + all.path("rows").size());
        assertThat(lines.get(0)).startsWith("date,order_id,sale_id,customer_id,customer,city,product_id,product");
        assertThat(lines.get(1))
                .startsWith(all.path("rows").get(0).path("date").asText() + ","
                        + all.path("rows").get(0).path("orderId").asText());
        try (ReadableWorkbook workbook = new ReadableWorkbook(
                new ByteArrayInputStream(api.get("/api/facts.xlsx?" + slice).bytes()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(lines.size());
            assertThat(rows.get(1).getCellAsDate(0).orElseThrow().toLocalDate())
                    .isEqualTo(all.path("rows").get(0).path("date").asText());
        }
        assertThat(api.get("/facts?" + slice).text()).contains("id=\"totals\"", "/api/facts.xlsx?category=Office");
        assertThat(api.get("/api/facts.csv?month=soon").status()).isEqualTo(400);
    }

    @Test
    void showsTheRecordAsItWasDropped() {
        byte[] bytes = "customer_id;name;city\r\n\"C1\";\"Ann\r\nLee\";Köln\r\nC2;Bo;\"=1+1\"\r\n"
                .getBytes(Charset.forName("windows-1252"));
        warehouse.drop("customers.csv", bytes);
        warehouse.run();
        int file = warehouse.entry("customers.csv").id();

        JsonNode first = api.get("/api/files/" + file + "/lines/2").json();
        assertThat(first.path("raw").asText()).isEqualTo("\"C1\";\"Ann\r\nLee\";Köln");
        assertThat(first.path("fields").get(1).path("value").asText()).isEqualTo("Ann\r\nLee");
        assertThat(api.get("/api/files/" + file + "/lines/4").json().path("raw").asText())
                .isEqualTo("C2;Bo;\"=1+1\"");
        assertThat(api.get("/files/" + file + "/lines/2").text()).contains("Köln", "customers.csv");
    }

    @ParameterizedTest
    @CsvSource({"1/lines/3, 404", "4711/lines/2, 404", "x/lines/2, 404", "1/lines/y, 404"})
    void saysThatThereIsNoSuchRecord(String path, int status) {
        assertThat(api.get("/api/files/" + path).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"month=2025", "weekday=Someday", "from=yesterday", "limit=0"})
    void refusesMalformedFilters(String query) {
        assertThat(api.get("/api/facts?" + query).status()).isEqualTo(400);
        assertThat(api.get("/facts?" + query).status()).isEqualTo(400);
    }

    @Test
    void leadsFromAChartToTheSalesAndFromThereToTheLine() {
        loadShop();

        assertThat(api.get("/analytics?period=all").text()).contains("href=\"/facts?city=Paris\"");
        assertThat(api.get("/facts?city=Paris").text()).contains("/lines/");
    }

    private List<String> sales(String query) {
        List<String> ids = new ArrayList<>();
        api.get("/api/facts?" + query)
                .json()
                .path("rows")
                .forEach(row -> ids.add(row.path("saleId").asText()));
        return ids;
    }
}
