package org.salesetl.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;

/** A file that does not tell everything waits for answers. Then it loads by itself, and so do later files with the same columns. */
class AnsweredFileTest extends ApiTest {

    private static final String HEADER = "order_id,customer_id,product_id,order_date,quantity";

    @Test
    void asksAndLoadsTheFileAfterTheAnswer() {
        dropShop();
        warehouse.drop("sales.csv", HEADER, "O1,C1,P1,03/04/2024,1", "O2,C1,P1,05/04/2024,1");
        assertThat(warehouse.run().status()).isEqualTo("succeeded");

        assertThat(warehouse.entry("sales.csv").status()).isEqualTo("held");
        assertThat(warehouse.entry("sales.csv").message())
                .isEqualTo(
                        "Does the day or the month come first in the dates? The column order_date: line 2 has 03/04/2024, and no"
                                + " other date tells more.");
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
    void asksAgainInAReloadIfTheAnswersAreLost() {
        dropShop();
        warehouse.drop("sales.csv", HEADER, "O1,C1,P1,03/04/2024,1");
        warehouse.drop("orders.csv", HEADER + ",price", "O2,C1,P1,2024-04-03,1,\"1,500\"");
        warehouse.run();
        answer("sales.csv", "day_first", 202);
        answer("orders.csv", "comma", 202);
        List<String> before = warehouse.contents();
        warehouse.update("DELETE FROM file_answer");

        assertThat(warehouse.reload().message())
                .isEqualTo("2 files of the archive have questions that nobody has answered: orders.csv, sales.csv."
                        + " Answer them on the page of questions, where copies of these files wait as checks, and reload"
                        + " again. The warehouse is as it was.");
        assertThat(warehouse.contents()).isEqualTo(before);

        warehouse.check();
        answer("sales.csv", "day_first", 202);
        answer("orders.csv", "comma", 202);
        assertThat(warehouse.reload().status()).isEqualTo("succeeded");
        assertThat(warehouse.contents()).isEqualTo(before);
    }

    @Test
    void tellsWhatEachAnswerWouldMakeOfTheRevenue() {
        dropShop();
        warehouse.drop(
                "sales.csv",
                HEADER + ",price",
                "O1,C1,P1,03/04/2024,1,2.50",
                "O2,C1,P1,05/04/2024,2,2.50",
                "O3,,P1,05/04/2024,1,9");
        warehouse.run();

        JsonNode question = questions("sales.csv").get(0);

        assertThat(question.path("about").asText()).isEqualTo("dates");
        assertThat(question.path("file").asInt())
                .isEqualTo(warehouse.entry("sales.csv").id());
        assertThat(question.path("evidence").get(0))
                .hasToString("{\"line\":2,\"column\":\"order_date\",\"value\":\"03/04/2024\"}");
        assertThat(question.path("suggested").isNull()).isTrue();
        JsonNode dayFirst = question.path("choices").get(0);
        assertThat(dayFirst.path("answer").asText()).isEqualTo("day_first");
        assertThat(dayFirst.path("label").asText()).isEqualTo("The day comes first: 03/04/2024 is 3 April 2024");
        assertThat(dayFirst.path("revenue").decimalValue()).isEqualByComparingTo("7.50");
        assertThat(dayFirst.path("inserted").asInt()).isEqualTo(2);
        assertThat(dayFirst.path("rejected").asInt()).isEqualTo(1);
    }

    @Test
    void loadsAFileOfUnknownColumnsAsSuggested() {
        warehouse.drop(
                "Bestellungen.csv",
                "Bestellnummer;Datum;Kundennr;Artikelnr;Menge;Einzelpreis;Bemerkung",
                "B1;15.03.2025;K1;A1;2;1.234,50;eilig",
                "B2;16.03.2025;K2;A2;1;0,99;");
        warehouse.run();
        assertThat(warehouse.entry("Bestellungen.csv").status()).isEqualTo("held");
        JsonNode question = questions("Bestellungen.csv").get(0);
        assertThat(question.path("about").asText()).isEqualTo("columns");
        assertThat(question.path("suggested").path("order_date").asText()).isEqualTo("Datum");
        assertThat(question.path("choices").get(0).path("revenue").decimalValue())
                .isEqualByComparingTo("2469.99");

        post("{\"name\":\"Bestellungen.csv\",\"otherwise\":\"suggested\"}", 202);

        assertThat(warehouse.entry("Bestellungen.csv").status()).isEqualTo("loaded");
        assertThat(warehouse.query("SELECT SUM(revenue) FROM fact_sales")).containsExactly("2469.9900");
        warehouse.drop(
                "later.csv",
                "Bestellnummer;Datum;Kundennr;Artikelnr;Menge;Einzelpreis;Bemerkung",
                "B3;17.03.2025;K1;A1;1;10,00;");
        warehouse.run();
        assertThat(warehouse.entry("later.csv").status()).isEqualTo("loaded");
        warehouse.assertBooksBalance();
    }

    @Test
    void loadsAFileByTheColumnsThatSomebodySays() {
        warehouse.drop("list.csv", "a,b,c,d,e", "B1,2025-03-15,K1,A1,7.50", "B2,2025-03-16,K2,A2,0.99");
        warehouse.run();
        int id = questions("list.csv").get(0).path("id").asInt();

        post(
                "{\"name\":\"list.csv\",\"answers\":{\"" + id
                        + "\":{\"order_id\":\"a\",\"order_date\":\"b\",\"customer_id\":\"c\",\"product_id\":\"d\",\"amount\":\"e\",\"quantity\":{\"constant\":\"1\"}}}}",
                202);

        assertThat(warehouse.entry("list.csv").status()).isEqualTo("loaded");
        assertThat(warehouse.query("SELECT SUM(revenue) FROM fact_sales")).containsExactly("8.4900");
    }

    @Test
    void asksWhetherAPointIsAThousand() {
        dropShop();
        warehouse.drop(
                "sales.csv", HEADER + ",price", "O1,C1,P1,2024-04-03,1,\"1,500\"", "O2,C1,P1,2024-04-03,1,\"2,250\"");
        warehouse.run();
        JsonNode question = questions("sales.csv").get(0);

        assertThat(question.path("about").asText()).isEqualTo("numbers");
        assertThat(question.path("suggested").asText()).isEqualTo("point");
        assertThat(question.path("choices").get(0).path("revenue").decimalValue())
                .isEqualByComparingTo("3750");
        assertThat(question.path("choices").get(1).path("revenue").decimalValue())
                .isEqualByComparingTo("3.75");
        answer("sales.csv", "comma", 202);
        assertThat(warehouse.query("SELECT SUM(revenue) FROM fact_sales")).containsExactly("3.7500");
    }

    @Test
    void asksWhichStatusesAreSales() {
        dropShop();
        warehouse.drop(
                "sales.csv",
                HEADER + ",price,Status",
                "O1,C1,P1,2024-04-03,1,10,Confirmado",
                "O2,C1,P1,2024-04-03,1,20,Devolvido");
        warehouse.run();
        JsonNode question = questions("sales.csv").get(0);

        assertThat(question.path("about").asText()).isEqualTo("status");
        assertThat(question.path("suggested").asText()).isEqualTo("neither");
        answer("sales.csv", "neither", 202);
        assertThat(warehouse.query("SELECT SUM(revenue) FROM fact_sales")).containsExactly("10.0000");
        assertThat(warehouse.query("SELECT left_out FROM etl_file WHERE status = 'loaded' AND name = 'sales.csv'"))
                .containsExactly("1");
    }

    @Test
    void asksWhichOfAmountAndPriceIsTheRevenue() {
        dropShop();
        warehouse.drop(
                "sales.csv",
                HEADER + ",price,amount",
                "O1,C1,P1,2024-04-03,30,95.70,2871.00",
                "O2,C1,P1,2024-04-03,34,100,3884.34");
        warehouse.run();
        JsonNode question = questions("sales.csv").get(0);

        assertThat(question.path("about").asText()).isEqualTo("amount");
        assertThat(question.path("text").asText()).contains("differ in 1 of 2 rows, together by 484.34");
        assertThat(question.path("choices").get(0).path("revenue").decimalValue())
                .isEqualByComparingTo("6755.34");
        assertThat(question.path("choices").get(1).path("revenue").decimalValue())
                .isEqualByComparingTo("6271");
        answer("sales.csv", "amount", 202);
        assertThat(warehouse.query("SELECT SUM(revenue) FROM fact_sales")).containsExactly("6755.3400");
    }

    @Test
    void answersCountForRowsThatComeBack() {
        dropShop();
        warehouse.drop(
                "sales.csv",
                HEADER + ",price,amount,status",
                "O1,C1,P1,2024-04-03,2,5,10,paid",
                "O2,C1,P1,2024-04-31,2,5,9,paid",
                "O3,C1,P1,2024-04-31,1,5,5,Zombie");
        warehouse.run();
        List<JsonNode> questions = questions("sales.csv");
        String answers = questions.stream()
                .map(question -> "\"" + question.path("id").asInt() + "\":\""
                        + (question.path("about").asText().equals("amount") ? "amount" : "neither") + "\"")
                .collect(Collectors.joining(","));
        post("{\"name\":\"sales.csv\",\"answers\":{" + answers + "}}", 202);
        String row = warehouse
                .query("SELECT quarantine_id FROM quarantine WHERE status = 'rejected'")
                .get(0);

        assertThat(api.postAsAdmin(
                                "/api/quarantine/retry",
                                "{\"ids\":[" + row + "],\"cells\":{\"order_date\":\"2024-04-30\"}}")
                        .status())
                .isEqualTo(202);
        warehouse.awaitEnd();

        assertThat(warehouse.query("SELECT order_id, revenue FROM fact_sales ORDER BY order_id"))
                .containsExactly("O1|10.0000", "O2|9.0000");
    }

    @Test
    void addsNoRowsBelowATitleThatMaySayOtherwise() {
        dropShop();
        warehouse.drop(
                "journal.csv",
                HEADER + ",amount",
                "O1,C1,P1,2024-04-03,2,10.00",
                "Refunds",
                HEADER + ",amount",
                "O1,C1,P1,2024-04-04,1,5.00",
                "O1,C1,P1,2024-04-31,1,3.00",
                "Total,,,,,8.00",
                "Store 2",
                HEADER + ",amount",
                "O2,C1,P1,2024-04-05,1,7.00");
        warehouse.run();
        List<JsonNode> questions = questions("journal.csv");
        assertThat(questions)
                .extracting(question -> question.path("detail").asText() + " "
                        + question.path("suggested").asText() + " "
                        + question.path("choices").get(2).path("revenue").asText())
                .containsExactly("titleabovetherows=refunds return 12.00", "titleabovetherows=store null -2.00");

        post(
                "{\"name\":\"journal.csv\",\"answers\":{\""
                        + questions.get(0).path("id").asInt() + "\":\"return\",\""
                        + questions.get(1).path("id").asInt() + "\":\"sale\"}}",
                202);

        assertThat(warehouse.query("SELECT order_id, revenue FROM fact_sales ORDER BY order_id, revenue"))
                .containsExactly("O1|-5.0000", "O1|10.0000", "O2|7.0000");
        assertThat(warehouse.query("SELECT line, reason, raw FROM quarantine WHERE status = 'rejected'"))
                .as("the row may come back without its title")
                .containsExactly("6|bad_date|O1,C1,P1,2024-04-31,-1,-3.00");
        assertThat(warehouse.query("SELECT line, why FROM left_out_row ORDER BY line"))
                .containsExactly("3|heading", "4|repeated_header", "7|total_line", "8|heading", "9|repeated_header");
        warehouse.assertBooksBalance();
    }

    @Test
    void asksWhetherNumbersAreDates() {
        dropShop();
        warehouse.drop("sales.csv", HEADER + ",price", "O1,C1,P1,45719,1,10", "O2,C1,P1,2025-03-04,1,20");
        warehouse.run();
        assertThat(questions("sales.csv").get(0).path("detail").asText()).isEqualTo("counted");

        answer("sales.csv", "accept", 202);

        assertThat(dates()).containsExactly("20250303", "20250304");
    }

    @Test
    void asksWhichOfTwoColumnsCounts() {
        dropShop();
        warehouse.drop("sales.csv", HEADER + ",Invoice Date,price", "O1,C1,P1,2024-04-03,1,2024-05-01,10");
        warehouse.run();
        JsonNode question = questions("sales.csv").get(0);
        assertThat(question.path("about").asText()).isEqualTo("columns");
        assertThat(question.path("detail").asText()).isEqualTo("order_date");
        assertThat(question.path("suggested").isNull()).isTrue();

        answer("sales.csv", "Invoice Date", 202);

        assertThat(dates()).containsExactly("20240501");
    }

    @Test
    void saysWhichQuestionsAreStillOpen() {
        dropShop();
        warehouse.drop("sales.csv", HEADER, "O1,C1,P1,03/04/2024,1");
        warehouse.run();

        JsonNode problem = post("{\"name\":\"sales.csv\",\"otherwise\":\"suggested\"}", 409);

        assertThat(problem.path("questions").get(0).path("about").asText()).isEqualTo("dates");
        assertThat(warehouse.entry("sales.csv").status()).isEqualTo("held");
    }

    @Test
    void checksAFileAgainAfterTheAnswer() {
        dropShop();
        String text = HEADER + ",price\nO1,C1,P1,03/04/2024,1,10\n";
        api.putAsAdmin("/api/checks?name=sales.csv", BodyPublishers.ofString(text));
        warehouse.awaitEnd();
        JsonNode question = questions("sales.csv").get(0);
        assertThat(question.path("file").isNull()).isTrue();

        answer("sales.csv", "day_first", 202);

        JsonNode report = api.get("/api/checks").json().get(0);
        assertThat(report.path("status").asText()).isEqualTo("checked");
        assertThat(report.path("months").get(0).path("month").asText()).isEqualTo("2024-04");
        assertThat(api.get("/api/questions").json().path("total").asInt()).isZero();
    }

    @Test
    void refusesAnythingThatIsNoAnswer() {
        dropShop();
        warehouse.drop("sales.csv", HEADER, "O1,C1,P1,03/04/2024,1");
        warehouse.run();
        int id = questions("sales.csv").get(0).path("id").asInt();

        post("", 400);
        post("{\"name\":7}", 400);
        post("{\"name\":\"sales.csv\",\"answers\":{\"" + id + "\":\"year_first\"}}", 400);
        post("{\"name\":\"sales.csv\",\"answers\":{\"4711\":\"day_first\"}}", 400);
        post("{\"name\":\"sales.csv\",\"otherwise\":\"guess\"}", 400);
        post("{\"name\":\"other.csv\",\"otherwise\":\"suggested\"}", 404);
        assertThat(api.post("/api/questions/answers", "{\"name\":\"sales.csv\"}")
                        .status())
                .isEqualTo(401);
    }

    private void dropShop() {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.drop("products.csv", "product_id,price", "P1,2.50");
        warehouse.run();
    }

    private void answer(String file, String answer, int status) {
        int id = questions(file).get(0).path("id").asInt();
        post("{\"name\":\"" + file + "\",\"answers\":{\"" + id + "\":\"" + answer + "\"}}", status);
    }

    private JsonNode post(String body, int status) {
        var response = api.postAsAdmin("/api/questions/answers", body);
        assertThat(response.status()).as(body).isEqualTo(status);
        warehouse.awaitEnd();
        return status == 202 ? MissingNode.getInstance() : response.json();
    }

    private List<JsonNode> questions(String file) {
        List<JsonNode> questions = new ArrayList<>();
        api.get("/api/questions").json().path("questions").forEach(question -> {
            if (question.path("name").asText().equals(file)) {
                questions.add(question);
            }
        });
        assertThat(questions).as("questions about %s", file).isNotEmpty();
        return questions;
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
