package org.salesetl.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesetl.ApiTest;

/** Files as shops write them that do not tell everything: each asks, and loads right after the answers. */
@Tag("reading")
class AskedFilesTest extends ApiTest {

    private static final Path CASES = Path.of("../shared/cases");

    @BeforeEach
    void requireCases() {
        assumeThat(CASES).as("the example files beside the project").isDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "13-german-erp-euro-suffix/a-Bestellungen.csv, columns, 16049.49, 1",
        "19-sales-data-sample-price-vs-sales/a-sales_data_sample.csv, columns amount, 50103.48, 0",
        "19-sales-data-sample-price-vs-sales/b-renamed.csv, amount, 50103.48, 0",
        "09-french-till-monthly-exports/caisse_2025-11.csv, columns, 3363.92, 0",
        "09-french-till-monthly-exports/caisse_2025-07.csv, columns, 131.54, 0",
        "09-french-till-monthly-exports/caisse_2025-10.csv, columns, 190.26, 0",
        "28-comma-price-times-hundred/b-only-ambiguous.csv, numbers, 6875.00, 0",
        "25-date-forms-beyond-digits/e-epoch.csv, dates, 30.00, 0",
    })
    void loadsRightAsSuggested(String file, String about, BigDecimal revenue, int rejected) {
        String name = drop(file);

        assertThat(warehouse.entry(name).status()).isEqualTo("held");
        assertThat(questions())
                .extracting(question -> question.path("about").asText())
                .containsExactlyInAnyOrder(about.split(" "));
        answer(name, JsonNodeFactory.instance.objectNode());

        assertThat(warehouse.entry(name).status()).isEqualTo("loaded");
        assertThat(warehouse.revenue()).isEqualByComparingTo(revenue);
        assertThat(warehouse.query("SELECT reason FROM quarantine WHERE status = 'rejected'"))
                .hasSize(rejected);
        warehouse.assertBooksBalance();
    }

    @Test
    void pointsOutAColumnThatLooksLikeAStatusAndDoesNotCount() {
        String name = drop("11-nuvemshop-vendas-latin1/b-renamed.csv");

        // the second line of an order has no date in our own columns, and waits
        assertThat(warehouse.revenue()).isEqualByComparingTo("379.60");
        assertThat(warehouse.query("SELECT reason FROM quarantine WHERE status = 'rejected'"))
                .containsExactly("bad_date");
        assertThat(api.get("/api/etl/runs/" + warehouse.entry(name).run()).text())
                .contains("Status do Pagamento looks like a status and does not count: 1 row has Recusado");
    }

    @Test
    void readsTheCellsOfAWorkbookAsPeopleSeeThem() {
        drop("23-xlsx-cell-types/a-data.xlsx");
        answer(questions().get(0).path("name").asText(), JsonNodeFactory.instance.objectNode());

        assertThat(
                        warehouse.query(
                                "SELECT order_id, c.customer_id, p.product_id, s.revenue FROM fact_sales s"
                                        + " JOIN dim_customer c USING (customer_key) JOIN dim_product p USING (product_key) ORDER BY 1"))
                .containsExactly(
                        "1001|7|85123|25.0000",
                        "1002|007|85123|19.9900",
                        "1003|007|1234567890123|0.9000",
                        "1005|8|X-1|20.0000");
        assertThat(warehouse
                        .query("SELECT faults FROM quarantine WHERE status = 'rejected' ORDER BY line")
                        .toString())
                .contains("#REF!")
                .contains("TRUE");
    }

    @ParameterizedTest
    @CsvSource({"sale, 3690.00", "neither, 3370.00"})
    void readsDatesOfAWorkbookThatHaveATimeAndAsksAboutTheQuotation(String answer, BigDecimal revenue) {
        drop("16-odoo-sale-order-xlsx/b-renamed.xlsx");
        JsonNode question = questions().get(0);
        assertThat(question.path("suggested").asText()).isEqualTo("neither");

        answer(
                question.path("name").asText(),
                JsonNodeFactory.instance.objectNode().put(question.path("id").asText(), answer));

        assertThat(warehouse.revenue()).isEqualByComparingTo(revenue);
        assertThat(warehouse.count("SELECT COUNT(*) FROM fact_sales WHERE date_key > 20250331"))
                .isZero();
    }

    private String drop(String file) {
        Path dropped = warehouse.drop(CASES.resolve(file));
        warehouse.run();
        return dropped.getFileName().toString();
    }

    private List<JsonNode> questions() {
        List<JsonNode> questions = new ArrayList<>();
        api.get("/api/questions").json().path("questions").forEach(questions::add);
        return questions;
    }

    /** Answers the questions of a file, those without an answer with what is suggested. */
    private void answer(String name, ObjectNode answers) {
        ObjectNode body = new ObjectMapper().createObjectNode();
        body.put("name", name).put("otherwise", "suggested").set("answers", answers);
        assertThat(api.postAsAdmin("/api/questions/answers", body.toString()).status())
                .isEqualTo(202);
        warehouse.awaitEnd();
    }
}
