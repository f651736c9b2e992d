package org.salesetl.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;

/** Rows leave the quarantine when they come back corrected, or when somebody dismisses them. */
class QuarantineRoundTripTest extends ApiTest {

    private static final String HEADER = "sale_id,order_id,customer_id,product_id,order_date,quantity,price";

    @BeforeEach
    void loadSomeBadRows() {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.drop("products.csv", "product_id,price", "P1,2.50");
        warehouse.drop(
                "sales.csv",
                HEADER,
                "S1,O1,C1,P1,2025-01-31,2,1.25",
                "S2,O1,C1,P1,2025-02-30,4,2.50",
                "S3,O2,C1,P1,2025-02-01,none,9.99",
                "S4,O2,C9,P1,2025-02-01,3,1.00");
        warehouse.run();
    }

    @Test
    void settlesTheRowsThatComeBackCorrected() {
        String rejects = api.get("/api/quarantine.csv?file=sales.csv").text();
        assertThat(rejects)
                .isEqualTo(HEADER + ",_line,_reason,_row\r\n"
                        + "S2,O1,C1,P1,2025-02-30,4,2.50,3,bad_date," + id(3) + "\r\n"
                        + "S3,O2,C1,P1,2025-02-01,none,9.99,4,bad_quantity," + id(4) + "\r\n");

        warehouse.drop("fixed.csv", rejects.replace("02-30", "02-28").getBytes(UTF_8));
        warehouse.run();

        assertThat(warehouse.entry("fixed.csv").outcomes()).containsExactly(2, 1, 0, 0, 1, 0);
        assertThat(statuses())
                .containsExactly(
                        "sales.csv|3|resolved|fixed.csv|2",
                        "sales.csv|4|superseded|fixed.csv|3",
                        "sales.csv|5|parked|null|null",
                        "fixed.csv|3|rejected|null|null");
        assertThat(api.get("/api/quarantine?status=rejected")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        JsonNode resolved =
                api.get("/api/quarantine?status=resolved").json().path("rows").get(0);
        assertThat(resolved.path("settledBy").asText()).isEqualTo("fixed.csv");
        assertThat(resolved.path("settledLine").asInt()).isEqualTo(2);
        warehouse.assertBooksBalance();
    }

    @Test
    void disarmsAHeaderThatIsAFormulaAndRecognisesTheHeaderWhenItComesBack() {
        warehouse.drop(
                "hostile.csv",
                "customer_id,name,=HYPERLINK(1),a;=cmd,\uFF1Dx,city",
                "C7,\uFF1D1+1,1,2,3,Paris",
                "C7,a;=1+1,=2,'=3,+4,Köln");
        warehouse.run();
        String rejects = api.get("/api/quarantine.csv?file=hostile.csv").text();

        assertThat(rejects)
                .startsWith("customer_id,name,'=HYPERLINK(1),a;'=cmd,'\uFF1Dx,city,_line,_reason,_row\r\n"
                        + "C7,a;'=1+1,'=2,''=3,+4,Köln,3,duplicate_id,");
        warehouse.drop("fixed.csv", rejects.replace("C7,a;", "C8,a;").getBytes(UTF_8));
        warehouse.run();

        assertThat(warehouse.query(
                        "SELECT customer_id, name FROM dim_customer WHERE customer_id IN ('C7', 'C8')" + " ORDER BY 1"))
                .containsExactly("C7|\uFF1D1+1", "C8|a;=1+1");
        assertThat(warehouse
                        .query("SELECT header FROM etl_file WHERE name = 'fixed.csv'")
                        .get(0))
                .contains("\"=HYPERLINK(1)\"", "\"a;=cmd\"");
    }

    @Test
    void servesTheSameFileThatLiesBesideTheArchivedFile() throws IOException {
        assertThat(Files.readString(warehouse.archived(warehouse.today("sales.rejects.csv"))))
                .isEqualTo(api.get("/api/quarantine.csv?file=sales.csv").text());
        assertThat(api.get("/api/quarantine.csv?file=nobody.csv").status()).isEqualTo(404);
    }

    @Test
    void showsTheRevenueThatWaits() {
        assertThat(warehouse.query("SELECT line, amount FROM quarantine ORDER BY line"))
                .containsExactly("3|10.0000", "4|null", "5|3.0000");
        assertThat(api.get("/quarantine").text()).contains("At least 13.00 of revenue waits here");
    }

    @Test
    void correctsACellOnThePage() {
        String body = "{\"ids\":[" + id(3) + "],\"cells\":{\"order_date\":\"2025-02-27\"}}";

        assertThat(api.postAsAdmin("/api/quarantine/retry", body).status()).isEqualTo(202);
        warehouse.awaitEnd();

        assertThat(warehouse.entry("sales.corrected.csv").outcomes()).containsExactly(1, 1, 0, 0, 0, 0);
        assertThat(statuses()).contains("sales.csv|3|resolved|sales.corrected.csv|2");
        assertThat(warehouse.query("SELECT date_key FROM fact_sales WHERE sale_id = 'S2'"))
                .containsExactly("20250227");
    }

    @Test
    void dismissesRowsWithANoteAlsoAfterAReload() {
        String body = "{\"ids\":[" + id(4) + "," + id(5) + "],\"note\":\"=test orders\"}";

        assertThat(api.postAsAdmin("/api/quarantine/dismiss", body).status()).isEqualTo(204);

        assertThat(warehouse.query("SELECT * FROM parked_sale")).isEmpty();
        assertThat(api.get("/api/quarantine").json().path("total").asInt()).isEqualTo(1);
        assertThat(api.get("/api/quarantine?status=dismissed").json().path("rows"))
                .extracting(row -> row.path("note").asText())
                .containsExactly("=test orders", "=test orders");

        assertThat(warehouse.reload().status()).isEqualTo("succeeded");

        assertThat(statuses())
                .containsExactly(
                        "sales.csv|3|rejected|null|null",
                        "sales.csv|4|dismissed|null|null",
                        "sales.csv|5|dismissed|null|null");
        warehouse.drop("more.csv", "customer_id", "C9");
        warehouse.run();
        assertThat(warehouse.query("SELECT sale_id FROM fact_sales")).containsExactly("S1");
    }

    @Test
    void loadsNoDismissedSaleInAReloadIfALaterFileBringsItsCustomer() {
        api.postAsAdmin("/api/quarantine/dismiss", "{\"ids\":[" + id(5) + "]}");
        warehouse.drop("more.csv", "customer_id", "C9");
        warehouse.run();
        List<String> before = statuses();
        assertThat(before).contains("sales.csv|5|dismissed|null|null");

        assertThat(warehouse.reload().status()).isEqualTo("succeeded");

        assertThat(warehouse.query("SELECT sale_id FROM fact_sales")).containsExactly("S1");
        assertThat(statuses()).isEqualTo(before);
    }

    @Test
    void settlesTheSameRowsAgainAfterAReload() {
        String rejects = api.get("/api/quarantine.csv?file=sales.csv").text();
        warehouse.drop("fixed.csv", rejects.replace("02-30", "02-28").getBytes(UTF_8));
        warehouse.run();
        List<String> before = statuses();

        assertThat(warehouse.reload().status()).isEqualTo("succeeded");

        assertThat(statuses()).isEqualTo(before);
    }

    @Test
    void settlesTheRowsOfAFileOfRejectsThatIsOlderThanAReload() throws IOException {
        warehouse.reload();
        String rejects = Files.readString(warehouse.archived(warehouse.today("sales.rejects.csv")));

        warehouse.drop("fixed.csv", rejects.replace("02-30", "02-28").getBytes(UTF_8));
        warehouse.run();

        assertThat(statuses())
                .containsExactly(
                        "sales.csv|3|resolved|fixed.csv|2",
                        "sales.csv|4|superseded|fixed.csv|3",
                        "sales.csv|5|parked|null|null",
                        "fixed.csv|3|rejected|null|null");
    }

    @Test
    void readsRowsThatComeBackWithTheConventionsOfTheirFirstFile() {
        warehouse.drop(
                "eu.csv",
                HEADER.replace(',', ';'),
                "E1;O9;C1;P1;31.12.2024;1;1.060,22",
                "E2;O9;C1;P1;03.04.2024;x;12,50");
        warehouse.run();
        String rejects = api.get("/api/quarantine.csv?file=eu.csv").text();

        warehouse.drop("eu.rejects.csv", rejects.replace(",x,", ",2,").getBytes(UTF_8));
        warehouse.run();

        assertThat(warehouse.query("SELECT date_key, revenue FROM fact_sales WHERE sale_id = 'E2'"))
                .containsExactly("20240403|25.0000");

        assertThat(warehouse.reload().message()).isNull();
        warehouse.update("DELETE FROM quarantine WHERE status = 'resolved'"); // as it is when it is old
        assertThat(warehouse.reload().message()).isNull();

        assertThat(warehouse.query("SELECT date_key, revenue FROM fact_sales WHERE sale_id = 'E2'"))
                .containsExactly("20240403|25.0000");
    }

    @Test
    void refusesWrongRequests() {
        assertThat(api.postAsAdmin("/api/quarantine/retry", "{\"ids\":[4711]}").status())
                .isEqualTo(404);
        assertThat(api.postAsAdmin("/api/quarantine/dismiss", "{\"ids\":[4711]}")
                        .status())
                .isEqualTo(404);
        assertThat(api.postAsAdmin("/api/quarantine/retry", "{\"ids\":[]}").status())
                .isEqualTo(400);
        assertThat(api.postAsAdmin("/api/quarantine/retry", "nonsense").status())
                .isEqualTo(400);
        assertThat(api.postAsAdmin("/api/quarantine/retry", "{\"ids\":[" + id(3) + "],\"cells\":{\"_line\":\"7\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(api.post("/api/quarantine/dismiss", "{\"ids\":[" + id(3) + "]}")
                        .status())
                .isEqualTo(401);
        assertThat(api.get("/quarantine/4711").status()).isEqualTo(404);
        assertThat(api.get("/quarantine/x").status()).isEqualTo(404);
    }

    @Test
    void rejectsOnlyRowsWithAWrongCellAndStoresNoValueForThatCell() {
        warehouse.drop(
                "long.csv",
                HEADER,
                "L1,O1," + "C".repeat(80) + ",P1,2025-01-31,2,1.25",
                "L2,O1,C1," + "P".repeat(300) + ",2025-01-31,2,1.25",
                "L3,O1,C1,P1,2525-01-31,2,1.25",
                "L4,O1,C1,P1,2025-01-31,2,1.25");
        warehouse.run();

        assertThat(warehouse.entry("long.csv").outcomes()).containsExactly(4, 1, 0, 0, 3, 0);
        assertThat(warehouse.query("""
                        SELECT line, date_key, customer_id, product_id, q.amount FROM quarantine q JOIN etl_file f USING (file_id)
                        WHERE f.name = 'long.csv' ORDER BY line"""))
                .containsExactly("2|20250131|null|P1|2.5000", "3|20250131|C1|null|2.5000", "4|null|C1|P1|2.5000");
    }

    @Test
    void showsOneRowWithItsCells() {
        assertThat(api.get("/quarantine/" + id(3)).text())
                .contains("Line", "2025-02-30", "expected a date such as 2025-01-31 but found 2025-02-30");
    }

    private String id(int line) {
        return warehouse
                .query("SELECT quarantine_id FROM quarantine WHERE line = ? ORDER BY quarantine_id", line)
                .get(0);
    }

    private List<String> statuses() {
        return warehouse.query("""
                SELECT f.name, q.line, q.status, s.name, q.settled_line
                FROM quarantine q
                  JOIN etl_file f ON f.file_id = q.file_id
                  LEFT JOIN etl_file s ON s.file_id = q.settled_by
                ORDER BY q.file_id, q.line""");
    }
}
