package org.salesetl.leftout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;

/** Rows that are no sale, as programs and people see them. */
class LeftOutApiTest extends ApiTest {

    private static final String HEADER =
            "sale_id,order_id,customer_id,product_id,order_date,quantity,price,status,remark";
    private static final String HOSTILE = "<script>alert(1)</script>";

    private int file;
    private int run;

    @BeforeEach
    void cancelOrders() {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.drop("products.csv", "product_id", "P1");
        warehouse.drop("may.csv", HEADER, "S1,O1,C1,P1,2025-05-31,2,11.25,paid,");
        warehouse.run();
        warehouse.drop(
                "june.csv",
                HEADER,
                "S1,O1,C1,P1,2025-05-31,2,11.25,cancelled," + HOSTILE,
                "S2,O2,C1,P1,2025-06-01,1,33.50,Canceled," + "x".repeat(9_000),
                "S3,O3,C1,P1,2025-06-02,1,44.75,void,",
                "S4,O4,C1,P1,2025-06-02,1,55.25,paid,");
        run = warehouse.run().id();
        file = warehouse.entry("june.csv").id();
    }

    @Test
    void tellsProgramsWhatBecameOfEveryRowAndOfItsMoney() {
        JsonNode json = api.get("/api/etl/runs/" + run).json();

        JsonNode entry = json.path("files").get(0);
        assertThat(entry.path("read").asInt()).isEqualTo(4);
        assertThat(entry.path("inserted").asInt()).isEqualTo(1);
        assertThat(entry.path("withdrawn").asInt()).isEqualTo(1);
        assertThat(entry.path("leftOut").asInt()).isEqualTo(2);
        assertThat(amount(entry, "inserted")).isEqualTo("55.25");
        assertThat(amount(entry, "withdrawn")).isEqualTo("22.5");
        assertThat(amount(entry, "leftOut")).isEqualTo("78.25");
        assertThat(entry.path("leftOutReasons").path("status").path("rows").asInt())
                .isEqualTo(2);
        assertThat(entry.path("leftOutReasons").path("status").path("revenue").decimalValue())
                .isEqualByComparingTo("78.25");
        assertThat(json.path("sums").path("withdrawn").asInt()).isEqualTo(1);
        assertThat(json.path("sums").path("leftOut").asInt()).isEqualTo(2);
        assertThat(amount(json.path("sums"), "leftOut")).isEqualTo("78.25");
    }

    @Test
    void listsTheRowsOfAFile() {
        JsonNode all = api.get("/api/files/" + file + "/left-out").json();

        assertThat(all.path("file").asText()).isEqualTo("june.csv");
        assertThat(all.path("runId").asInt()).isEqualTo(run);
        assertThat(all.path("total").asInt()).isEqualTo(3);
        assertThat(all.path("rows"))
                .extracting(row -> row.path("line").asInt() + " "
                        + row.path("why").asText() + " "
                        + row.path("column").asText() + " " + row.path("value").asText() + " "
                        + row.path("outcome").asText() + " "
                        + row.path("revenue")
                                .decimalValue()
                                .stripTrailingZeros()
                                .toPlainString())
                .containsExactly(
                        "2 status status cancelled withdrawn 22.5",
                        "3 status status Canceled left_out 33.5",
                        "4 status status void left_out 44.75");
        assertThat(all.path("rows").get(0).path("raw").asText())
                .isEqualTo("S1,O1,C1,P1,2025-05-31,2,11.25,cancelled," + HOSTILE);
        assertThat(all.path("rows").get(1).path("raw").asText()).hasSize(4_000);
    }

    @Test
    void listsSomeOfTheRowsOfAFile() {
        assertThat(lines("?outcome=withdrawn")).isEqualTo("1: 2");
        assertThat(lines("?outcome=left_out&why=status")).isEqualTo("2: 3 4");
        assertThat(lines("?why=total_line")).isEqualTo("0:");
        assertThat(lines("?limit=1&offset=1")).isEqualTo("3: 3");
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        assertProblem(api.get("/api/files/999999/left-out"), 404, "There is no file 999999 in the ledger");
        assertProblem(api.get("/api/files/first/left-out"), 404, "There is no file first; files are numbered");
        assertProblem(api.get("/api/files/" + file + "/left-out?why=x"), 400, "why: expected one of status");
        assertProblem(
                api.get("/api/files/" + file + "/left-out?outcome=x"), 400, "expected one of left_out, withdrawn");
    }

    @Test
    void showsPeopleTheRowsTheirMoneyAndTheWayToThem() {
        String page = api.get("/etl/runs/" + run).text();
        assertThat(page)
                .contains("Withdrawn", "Left out", "22.50", "78.25", "55.25")
                .contains("/files/" + file + "/left-out?outcome=withdrawn")
                .contains("/files/" + file + "/left-out?outcome=left_out&amp;why=status");
        assertThat(api.get("/").text()).contains("Withdrawn", "22.50", "78.25");
        assertThat(api.get("/etl").text()).contains("/files/" + file + "/left-out?outcome=left_out");

        String list = api.get("/files/" + file + "/left-out").text();
        assertThat(list)
                .contains("june.csv", "By its status, the row is no sale", "44.75", "/files/" + file + "/lines/4")
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain(HOSTILE);
        assertThat(api.get("/files/" + file + "/lines/4").text()).contains("S3,O3,C1,P1,2025-06-02,1,44.75,void");
        assertThat(api.get("/files/" + file + "/left-out?why=footer").text())
                .contains("This file has no such row here");
    }

    private String lines(String filters) {
        JsonNode json = api.get("/api/files/" + file + "/left-out" + filters).json();
        StringBuilder lines = new StringBuilder(json.path("total").asText() + ":");
        json.path("rows")
                .forEach(row -> lines.append(" ").append(row.path("line").asInt()));
        return lines.toString();
    }

    private static String amount(JsonNode books, String outcome) {
        return books.path("revenue")
                .path(outcome)
                .decimalValue()
                .stripTrailingZeros()
                .toPlainString();
    }
}
