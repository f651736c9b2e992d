package org.salesetl.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;
import org.salesetl.HttpApi.Answer;

class QuarantineApiTest extends ApiTest {

    @Test
    void showsWhatIsWrongWithEachRow() {
        warehouse.drop(
                "sales.csv",
                "order_id,customer_id,product_id,order_date,quantity",
                "O1,,P1,yesterday,-1",
                "O2,C1,P1,2025-01-01,1");
        warehouse.run();

        JsonNode rows = api.get("/api/quarantine").json().path("rows");

        assertThat(rows).hasSize(2);
        JsonNode rejected = rows.get(0);
        assertThat(rejected.path("file").asText()).isEqualTo("sales.csv");
        assertThat(rejected.path("line").asInt()).isEqualTo(2);
        assertThat(rejected.path("kind").asText()).isEqualTo("sales");
        assertThat(rejected.path("status").asText()).isEqualTo("rejected");
        assertThat(rejected.path("raw").asText()).isEqualTo("O1,,P1,yesterday,-1");
        assertThat(rejected.path("reasons").findValuesAsText("code"))
                .containsExactly("missing_customer_id", "quantity_not_positive", "bad_date");
        assertThat(rejected.path("reasons").get(2).path("column").asText()).isEqualTo("order_date");
        assertThat(rejected.path("reasons").get(2).path("value").asText()).isEqualTo("yesterday");
        assertThat(rejected.path("reasons").get(2).path("message").asText())
                .isEqualTo("expected a date such as 2025-01-31 but found yesterday");
        JsonNode parked = rows.get(1);
        assertThat(parked.path("status").asText()).isEqualTo("parked");
        assertThat(parked.path("reasons").findValuesAsText("code"))
                .containsExactly("unknown_customer", "unknown_product");
    }

    @Test
    void filtersByStatusReasonAndFile() {
        loadShop();
        warehouse.drop("more.csv", "customer_id", "C4", "C4");
        warehouse.run();

        assertThat(total("")).isEqualTo(3);
        assertThat(total("?status=parked")).isEqualTo(1);
        assertThat(total("?status=rejected")).isEqualTo(2);
        assertThat(total("?reason=bad_date")).isEqualTo(1);
        assertThat(total("?reason=unknown_customer")).isEqualTo(1);
        assertThat(total("?file=more.csv")).isEqualTo(1);
        assertThat(total("?file=other.csv")).isZero();
        assertThat(total("?status=parked&file=more.csv")).isZero();
        assertThat(api.get("/api/quarantine?limit=1&offset=1").json().path("rows"))
                .hasSize(1);
        assertThat(api.get("/api/quarantine?limit=1&offset=1")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void listsTheRowsOfTheNewestFileFirstWhateverTheirStatuses() {
        for (int file = 1; file <= 3; file++) {
            warehouse.drop(
                    "sales-%d.csv".formatted(file),
                    "order_id,customer_id,product_id,order_date,quantity",
                    "O%d,C1,P1,2025-01-01,1".formatted(file),
                    "O%d,C1,P1,yesterday,1".formatted(file),
                    "O%d,C1,P2,2025-01-01,1".formatted(file));
            warehouse.run();
        }

        List<String> inOrder = List.of(
                "sales-3.csv 2 parked",
                "sales-3.csv 3 rejected",
                "sales-3.csv 4 parked",
                "sales-2.csv 2 parked",
                "sales-2.csv 3 rejected",
                "sales-2.csv 4 parked",
                "sales-1.csv 2 parked",
                "sales-1.csv 3 rejected",
                "sales-1.csv 4 parked");
        assertThat(rows("")).isEqualTo(inOrder);
        for (int offset = 0; offset < inOrder.size(); offset++) {
            assertThat(rows("?limit=2&offset=" + offset))
                    .isEqualTo(inOrder.subList(offset, Math.min(offset + 2, inOrder.size())));
        }
        assertThat(rows("?limit=2&offset=9")).isEmpty();
        assertThat(rows("?status=rejected&limit=1&offset=1")).containsExactly("sales-2.csv 3 rejected");
        assertThat(rows("?reason=unknown_product&limit=2&offset=1"))
                .containsExactly("sales-3.csv 4 parked", "sales-2.csv 2 parked");
    }

    private List<String> rows(String query) {
        List<String> rows = new ArrayList<>();
        api.get("/api/quarantine" + query)
                .json()
                .path("rows")
                .forEach(row -> rows.add(String.join(
                        " ",
                        row.path("file").asText(),
                        row.path("line").asText(),
                        row.path("status").asText())));
        return rows;
    }

    @Test
    void saysWhichFiltersAreAllowed() {
        assertProblem(
                api.get("/api/quarantine?status=ugly"),
                400,
                "status: expected one of rejected, parked, resolved, dismissed, released, superseded");
        assertProblem(
                api.get("/api/quarantine?reason=ugly"), 400, "reason: expected one of bad_encoding, column_count");
    }

    @Test
    void servesATableInWhichASpreadsheetRunsNoFormula() throws IOException {
        warehouse.drop("customers.csv", "customer_id,name", "\"\",x", "=1+1,", "\"=cmd|' /C calc'!A0\",\"x\u0000\"");
        warehouse.run();

        Answer csv = api.get("/api/quarantine.csv?status=rejected");

        assertThat(csv.header("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition").orElse("")).contains("quarantine.csv");
        List<CSVRecord> records = CSVParser.parse(csv.text(), CSVFormat.RFC4180).getRecords();
        assertThat(records).hasSize(3);
        assertThat(records.get(0)).containsExactly("file", "line", "kind", "status", "reasons", "message", "raw");
        assertThat(records).allSatisfy(row -> assertThat(row).noneMatch(cell -> cell.matches("[=+@-].*")));
    }

    private int total(String query) {
        return api.get("/api/quarantine" + query).json().path("total").asInt();
    }
}
