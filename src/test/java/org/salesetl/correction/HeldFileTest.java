package org.salesetl.correction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;

/** If the dates of a file do not tell whether the day or the month comes first, the file waits for an answer. Then it loads by itself. */
class HeldFileTest extends ApiTest {

    private static final String HEADER = "order_id,customer_id,product_id,order_date,quantity";

    @Test
    void asksAndLoadsTheFileAfterTheAnswer() {
        dropShop();
        warehouse.drop("sales.csv", HEADER, "O1,C1,P1,03/04/2024,1", "O2,C1,P1,05/04/2024,1");
        warehouse.run();

        assertThat(warehouse.entry("sales.csv").status()).isEqualTo("held");
        assertThat(warehouse.entry("sales.csv").message())
                .isEqualTo(
                        "Expected dates that tell whether the day or the month comes first, but line 2 has 03/04/2024, and"
                                + " no other date tells more. Say which comes first: the file then loads, and the answer is remembered"
                                + " for files with these columns.");
        assertThat(warehouse.archived("held/sales.csv")).exists();
        assertThat(warehouse.query("SELECT * FROM fact_sales")).isEmpty();

        answer("sales.csv", "day_first", 202);

        assertThat(warehouse.entries("sales.csv")).extracting("status").containsExactly("answered", "loaded");
        assertThat(dates()).containsExactly("20240403", "20240405");
        assertThat(warehouse.archived("held/sales.csv")).doesNotExist();
        assertThat(reading("sales.csv").path("dates").asText()).isEqualTo("day_first");
        assertThat(reading("sales.csv").path("evidence").get(0).asText())
                .isEqualTo("day first: as answered for files with these columns");
    }

    @Test
    void remembersTheAnswerForFilesWithTheSameColumns() {
        dropShop();
        warehouse.drop("a.csv", HEADER, "O1,C1,P1,03/04/2024,1");
        warehouse.drop("b.csv", HEADER.toUpperCase(Locale.ROOT), "O2,C1,P1,03/05/2024,1");
        warehouse.run();
        answer("b.csv", "month_first", 202);
        assertThat(dates()).containsExactly("20240304", "20240305");

        warehouse.drop("c.csv", HEADER, "O3,C1,P1,03/06/2024,1");
        warehouse.drop("d.csv", HEADER + ",price", "O4,C1,P1,03/07/2024,1,2.50");
        warehouse.run();

        assertThat(warehouse.entry("c.csv").status()).isEqualTo("loaded");
        assertThat(warehouse.entry("d.csv").status()).isEqualTo("held");
        assertThat(dates()).containsExactly("20240304", "20240305", "20240306");
    }

    @Test
    void followsTheDatesOfAFileAgainstAnEarlierAnswer() {
        dropShop();
        warehouse.drop("a.csv", HEADER, "O1,C1,P1,03/04/2024,1");
        warehouse.run();
        answer("a.csv", "month_first", 202);

        warehouse.drop("b.csv", HEADER, "O2,C1,P1,03/04/2024,1", "O3,C1,P1,31/04/2024,1", "O4,C1,P1,31/05/2024,1");
        warehouse.run();

        assertThat(dates()).containsExactly("20240304", "20240403", "20240531");
        assertThat(reading("b.csv").path("evidence").get(0).asText()).isEqualTo("day first: line 4 has 31/05/2024");
    }

    @Test
    void asksIfDatesContradictEachOtherAndRejectsTheRowsThatContradictTheAnswer() {
        dropShop();
        warehouse.drop("sales.csv", HEADER, "O1,C1,P1,31/05/2024,1", "O2,C1,P1,05/31/2024,1");
        warehouse.run();
        assertThat(warehouse.entry("sales.csv").message()).contains("line 2 has 31/05/2024", "line 3 has 05/31/2024");

        answer("sales.csv", "day_first", 202);

        assertThat(dates()).containsExactly("20240531");
        assertThat(warehouse.query("SELECT faults FROM quarantine").get(0))
                .contains("expected a date such as 31/01/2025 but found 05/31/2024");
        warehouse.assertBooksBalance();
    }

    @Test
    void loadsTheSameRowsInAReload() {
        dropShop();
        warehouse.drop("sales.csv", HEADER, "O1,C1,P1,03/04/2024,1");
        warehouse.run();
        answer("sales.csv", "day_first", 202);

        assertThat(warehouse.reload().status()).isEqualTo("succeeded");

        assertThat(dates()).containsExactly("20240403");
    }

    @Test
    void saysHowToReloadIfTheAnswersAreLost() {
        dropShop();
        warehouse.drop("sales.csv", HEADER, "O1,C1,P1,03/04/2024,1");
        warehouse.run();
        answer("sales.csv", "day_first", 202);
        warehouse.emptyTables();

        assertThat(warehouse.reload().message())
                .startsWith(warehouse.today("sales.csv") + ": Expected dates that tell whether")
                .endsWith("for files with these columns. Start the service with sales-etl.date-order=day_first or"
                        + " month_first. The warehouse is as it was.");
    }

    @Test
    void refusesAnythingThatIsNoAnswer() {
        assertThat(api.postAsAdmin("/api/etl/date-orders", "{\"file\":1,\"dates\":\"year_first\"}")
                        .status())
                .isEqualTo(400);
        assertThat(api.postAsAdmin("/api/etl/date-orders", "").status()).isEqualTo(400);
        assertThat(api.postAsAdmin("/api/etl/date-orders", "{\"file\":4711,\"dates\":\"day_first\"}")
                        .status())
                .isEqualTo(404);
        assertThat(api.post("/api/etl/date-orders", "{\"file\":1,\"dates\":\"day_first\"}")
                        .status())
                .isEqualTo(401);
    }

    private void dropShop() {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.drop("products.csv", "product_id,price", "P1,2.50");
        warehouse.run();
    }

    private void answer(String file, String dates, int status) {
        String body = "{\"file\":" + warehouse.entry(file).id() + ",\"dates\":\"" + dates + "\"}";
        assertThat(api.postAsAdmin("/api/etl/date-orders", body).status()).isEqualTo(status);
        warehouse.awaitEnd();
    }

    private List<String> dates() {
        return warehouse.query("SELECT date_key FROM fact_sales ORDER BY date_key");
    }

    private JsonNode reading(String file) {
        for (JsonNode entry :
                api.get("/api/etl/runs/" + warehouse.entry(file).run()).json().path("files")) {
            if (entry.path("name").asText().equals(file)) {
                return entry.path("reading");
            }
        }
        throw new AssertionError("There is no " + file);
    }
}
