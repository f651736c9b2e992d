package org.salesetl.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;

/** A till writes a file each day, and its receipts have the numbers of the day before. */
@Tag("variants")
class ReceiptsOfDaysTest extends ApiTest {

    private static final String HEADER = "Receipt No;Date;Product;Quantity;Price;Amount";

    @BeforeEach
    void loadTheFirstDay() {
        warehouse.drop("till-13.csv", HEADER, "1;2025-03-13;Tea;1;2.00;2.00", "2;2025-03-13;Cake;1;3.00;3.00");
        warehouse.run();
        answer("till-13.csv", "");
        assertThat(warehouse.revenue()).isEqualByComparingTo("5.00");
    }

    @Test
    void asksBeforeTheSecondDayReplacesTheFirst() {
        dropTheSecondDay();

        JsonNode question = questions().get(0);
        assertThat(question.path("about").asText()).isEqualTo("orders");
        assertThat(question.path("text").asText())
                .isEqualTo(
                        "Do the numbers in Receipt No start again each day? 2 of them are loaded with other days; line 2 has the"
                                + " first one.");
        assertThat(question.at("/evidence/0/value").asText()).isEqualTo("1");
        assertThat(question.at("/choices/0/revenue").decimalValue()).isEqualByComparingTo("17.00");
        assertThat(warehouse.revenue()).isEqualByComparingTo("5.00");
    }

    @Test
    void keepsBothDaysIfTheNumbersStartAgainAndSaysThatTheFirstIsReadOtherwise() {
        dropTheSecondDay();
        answer("till-14.csv", "");

        assertThat(warehouse.revenue()).isEqualByComparingTo("22.00");
        assertThat(warehouse.query("SELECT COUNT(*), COUNT(DISTINCT order_id) FROM fact_sales"))
                .containsExactly("5|5");
        assertThat(messageOfRun("till-14.csv")).contains("Load everything again");

        assertThat(warehouse.reload().message()).isNull();
        assertThat(warehouse.revenue()).isEqualByComparingTo("22.00");
        // the days overlap with those that are loaded
        warehouse.drop(
                "till-week.csv",
                HEADER,
                "1;2025-03-13;Tea;1;2.00;2.00",
                "2;2025-03-13;Cake;1;3.00;3.00",
                "1;2025-03-14;Cake;2;3.00;6.00",
                "2;2025-03-14;Tea;1;2.00;2.00",
                "3;2025-03-14;Cake;3;3.00;9.00",
                "1;2025-03-15;Tea;1;2.00;2.00");
        warehouse.run();
        assertThat(questions()).isEmpty();
        assertThat(warehouse.revenue()).isEqualByComparingTo("24.00");
        assertThat(messageOfRun("till-week.csv")).doesNotContain("Load everything again");
        warehouse.assertBooksBalance();
    }

    @Test
    void replacesTheSalesIfEachNumberIsOneOrderAndNeverAsksAgain() {
        dropTheSecondDay();
        answer("till-14.csv", "\"answers\":{\"" + questions().get(0).path("id").asText() + "\":\"reject\"},");

        assertThat(warehouse.query("SELECT COUNT(DISTINCT order_id) FROM fact_sales"))
                .containsExactly("3");
        warehouse.drop("till-15.csv", HEADER, "1;2025-03-15;Tea;1;2.00;2.00", "2;2025-03-15;Cake;4;3.00;12.00");
        warehouse.run();
        assertThat(questions()).isEmpty();
        assertThat(warehouse.entry("till-15.csv").status()).isEqualTo("loaded");
    }

    @Test
    void asksNothingIfTheFileHasTheSameDaysAgain() {
        warehouse.drop(
                "till-13-late.csv",
                HEADER,
                "1;2025-03-13;Tea;2;2.00;4.00",
                "2;2025-03-13;Cake;1;3.00;3.00",
                "3;2025-03-13;Tea;1;2.00;2.00");
        warehouse.run();

        assertThat(questions()).isEmpty();
        assertThat(warehouse.revenue()).isEqualByComparingTo("9.00");
    }

    @Test
    void suggestsNothingWhereTheDaysMayHaveBeenCorrected() {
        warehouse.drop("till-fixed.csv", HEADER, "1;2025-03-12;Tea;1;2.00;2.00", "2;2025-03-12;Cake;1;3.00;3.00");
        warehouse.run();

        assertThat(questions().get(0).path("about").asText()).isEqualTo("orders");
        assertThat(questions().get(0).path("suggested").isNull()).isTrue();
    }

    /** A reload reads what has been loaded, and asks nothing that was not asked then. */
    @Test
    void loadsEverythingAgainWithoutAQuestion() {
        warehouse.drop("till-15.csv", HEADER, "1;2025-03-15;Tea;1;2.00;2.00", "9;2025-03-15;Cake;4;3.00;12.00");
        warehouse.run();
        assertThat(warehouse.revenue()).isEqualByComparingTo("17.00");

        assertThat(warehouse.reload().status()).isEqualTo("succeeded");

        assertThat(warehouse.revenue()).isEqualByComparingTo("17.00");
    }

    private void dropTheSecondDay() {
        warehouse.drop(
                "till-14.csv",
                HEADER,
                "1;2025-03-14;Cake;2;3.00;6.00",
                "2;2025-03-14;Tea;1;2.00;2.00",
                "3;2025-03-14;Cake;3;3.00;9.00");
        warehouse.run();
    }

    private JsonNode questions() {
        return api.get("/api/questions").json().path("questions");
    }

    private String messageOfRun(String file) {
        return api.get("/api/etl/runs/" + warehouse.entry(file).run()).text();
    }

    private void answer(String name, String answers) {
        api.postAsAdmin(
                "/api/questions/answers", "{\"name\":\"" + name + "\"," + answers + "\"otherwise\":\"suggested\"}");
        warehouse.awaitEnd();
    }
}
