package org.salesetl.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;
import org.salesetl.TestWarehouse.RunEnd;
import org.salesetl.ledger.Rereading;

/** A reload reads each file with the mapping that read it, unless somebody wants the files of a mapping to be read again. */
class RereadTest extends ApiTest {

    private static final Rereading NEWEST = new Rereading("Till", null);
    private static final String TILL = """
            name: Till
            kind: sales
            recognised_by: [Bon, Artikel, Art]
            columns:
              order_id: Bon
              order_date: Tag
              product_id: Artikel
              quantity: Menge
              amount: Summe
            without_customer: accept
            status:
              - {column: Art, neither: NEITHER, others: sale}
            """;
    private static final String HEADER = "Bon;Tag;Artikel;Menge;Summe;Art";

    @Test
    void readsTheFilesOfAChangedMappingAgainAndUndoesThat() {
        loadTill();
        loadShop();
        List<String> before = warehouse.contents();
        saveTill("[offen, Storno]");

        RunEnd again = warehouse.reread(NEWEST);

        assertThat(again.message()).isEqualTo("Reads the files of Till again with its newest version");
        assertThat(again.status()).isEqualTo("succeeded");
        assertThat(orders())
                .containsExactlyInAnyOrder(
                        "17|5.0000", "O1|15.0000", "O1|19.9950", "O1|3.0000", "O2|20.0000", "O3|0.9999");
        warehouse.assertBooksBalance();

        RunEnd undone = warehouse.reread(new Rereading("Till", again.id()));

        assertThat(undone.message()).isEqualTo("Reads the files of Till again, as before run " + again.id());
        assertThat(warehouse.contents()).isEqualTo(before);

        RunEnd redone = warehouse.reread(new Rereading("Till", undone.id()));
        assertThat(redone.status()).isEqualTo("succeeded");
        assertThat(orders()).contains("17|5.0000").doesNotContain("18|2.5000");
    }

    @Test
    void reloadsEachFileWithTheMappingThatReadIt() {
        loadTill();
        List<String> before = warehouse.contents();
        saveTill("[offen, Storno]");
        warehouse.drop("later.csv", HEADER, "21;2025-04-05;4711;1;2,00;offen", "22;2025-04-05;4711;1;3,00;Verkauf");
        warehouse.run();
        assertThat(orders()).containsExactly("17|5.0000", "18|2.5000", "22|3.0000");

        assertThat(warehouse.reload().status()).isEqualTo("succeeded");
        assertThat(orders()).containsExactly("17|5.0000", "18|2.5000", "22|3.0000");

        warehouse.deleteMapping("Till");
        assertThat(warehouse.reload().message()).isNull();
        assertThat(orders()).as("without the mapping").containsExactly("17|5.0000", "18|2.5000", "22|3.0000");
        assertThat(before).isNotEmpty();
    }

    @Test
    void keepsTheMappingOfAFileThatAnotherMappingWouldReadNow() {
        loadShop();
        List<String> before = warehouse.contents();
        warehouse.saveMapping(
                "name: Ours",
                "kind: sales",
                "recognised_by: [sale_id, order_id]",
                "columns: {product_id: product_id, order_date: order_date, quantity: price, customer_id: customer_id}");

        assertThat(warehouse.reload().message()).isNull();

        assertThat(warehouse.contents()).isEqualTo(before);
    }

    @Test
    void changesNothingWhereAFileDoesNotFitTheNewestVersion() {
        loadTill();
        List<String> before = warehouse.contents();
        warehouse.saveMapping(
                "name: Till",
                "kind: sales",
                "recognised_by: [Bon, Filiale]",
                "without_customer: accept",
                "columns: {product_id: Artikel, order_date: Tag, quantity: Menge, amount: Summe}");

        RunEnd run = warehouse.reread(NEWEST);

        assertThat(run.status()).isEqualTo("failed");
        assertThat(run.message())
                .contains("Expected a header that the mapping \"Till\" (version ", "fits but found \"Bon\", \"Tag\"")
                .endsWith("The warehouse is as it was. · " + NEWEST.words());
        assertThat(warehouse.contents()).isEqualTo(before);
        assertThat(warehouse.reload().status()).isEqualTo("succeeded");
        assertThat(warehouse.contents()).isEqualTo(before);
    }

    /** What somebody has answered of the columns is a mapping too, and the file keeps it. */
    @Test
    void reloadsAFileOfWhichSomebodyHasSaidWhatItsColumnsAre() {
        warehouse.drop(
                "theatre.csv",
                "Vorstellung,Wann,Plaetze,Erloes",
                "Faust,2025-03-05,2,50.00",
                "Ring,2025-03-06,1,30.00");
        assertThat(warehouse.run().status()).isEqualTo("succeeded");
        answer(
                "theatre.csv",
                "{\"product_id\":\"Vorstellung\",\"order_date\":\"Wann\",\"quantity\":\"Plaetze\",\"amount\":\"Erloes\"}");
        List<String> before = warehouse.contents();
        assertThat(warehouse.query("SELECT revenue FROM fact_sales ORDER BY revenue"))
                .containsExactly("30.0000", "50.0000");
        assertThat(warehouse.query("SELECT mapping_name FROM etl_file WHERE status = 'loaded'"))
                .containsExactly("theatre");

        warehouse.deleteMapping("theatre");
        warehouse.update("DELETE FROM file_answer");
        assertThat(warehouse.reload().message()).isNull();

        assertThat(warehouse.contents()).isEqualTo(before);
        assertThat(api.get("/api/mappings").json().path("unused").path(0).asText())
                .isEqualTo("theatre");
        assertThat(api.get("/mapping?name=theatre").text())
                .contains("This mapping is not in use", "recognised_by:", "product_id: Vorstellung");
    }

    /** An answer about a status does not change the mapping. */
    @Test
    void notesTheMappingAsItWasBeforeTheAnswers() {
        warehouse.saveMapping(TILL.replace("NEITHER", "[Storno]")
                .replace(", others: sale", "")
                .split("\n"));
        warehouse.drop("till.csv", HEADER, "17;2025-03-05;4711;2;5,00;Verkauf", "18;2025-03-31;4711;1;2,50;Sonderfall");
        assertThat(warehouse.run().status()).isEqualTo("succeeded");
        answer("till.csv", "\"sale\"");

        assertThat(orders()).containsExactly("17|5.0000", "18|2.5000");
        JsonNode listed = StreamSupport.stream(
                        api.get("/api/mappings").json().path("mappings").spliterator(), false)
                .filter(mapping -> mapping.path("name").asText().equals("Till"))
                .findFirst()
                .orElseThrow();
        assertThat(listed.path("files").asInt()).isEqualTo(1);
        assertThat(listed.path("otherFiles").asInt()).isZero();
        List<String> before = warehouse.contents();
        assertThat(warehouse.reload().message()).isNull();
        assertThat(warehouse.contents()).isEqualTo(before);
    }

    /** Answers every question of a file that waits in the same way. */
    private void answer(String file, String answer) {
        String answers = warehouse.query("SELECT question_id FROM question").stream()
                .map(question -> "\"" + question + "\":" + answer)
                .collect(Collectors.joining(","));
        String body = "{\"file\":" + warehouse.entry(file).id() + ",\"answers\":{" + answers + "}}";
        assertThat(api.postAsAdmin("/api/questions/answers", body).status())
                .as(body)
                .isEqualTo(202);
        warehouse.awaitEnd();
    }

    @Test
    void startsByHttp() {
        loadTill();
        saveTill("[offen, Storno]");

        assertThat(api.postAsAdmin("/api/etl/runs", "{\"mode\":\"reload\",\"mapping\":\"Till\"}")
                        .status())
                .isEqualTo(202);
        warehouse.awaitEnd();
        assertThat(orders()).containsExactly("17|5.0000");
        int run = warehouse.count("SELECT MAX(run_id) FROM etl_run");
        assertThat(api.postAsAdmin("/api/etl/runs", "{\"mode\":\"reload\",\"mapping\":\"Till\",\"undo\":" + run + "}")
                        .status())
                .isEqualTo(202);
        warehouse.awaitEnd();
        assertThat(orders()).containsExactly("17|5.0000", "18|2.5000");
    }

    @Test
    void refusesARequestThatMakesNoSense() {
        assertProblem(
                api.postAsAdmin("/api/etl/runs", "{\"mode\":\"reload\",\"mapping\":\"None\"}"),
                400,
                "mapping: expected the name of a mapping but found None");
        assertProblem(
                api.postAsAdmin("/api/etl/runs", "{\"mode\":\"incremental\",\"mapping\":\"Shopify orders\"}"),
                400,
                "mode: expected reload, which alone reads the files of a mapping again but found incremental");
        assertProblem(
                api.postAsAdmin("/api/etl/runs", "{\"mode\":\"reload\",\"mapping\":\"Shopify orders\",\"undo\":\"x\"}"),
                400,
                "undo: expected the number of a run but found x");
        assertProblem(
                api.postAsAdmin("/api/etl/runs", "{\"mode\":\"reload\",\"undo\":1}"),
                400,
                "undo: expected a mapping beside it but found 1");
    }

    private void loadTill() {
        saveTill("[Storno]");
        warehouse.drop(
                "till.csv",
                HEADER,
                "17;2025-03-05;4711;2;5,00;Verkauf",
                "18;2025-03-31;4711;1;2,50;offen",
                "19;2025-03-31;4711;1;2,50;Storno");
        assertThat(warehouse.run().status()).isEqualTo("succeeded");
        assertThat(orders()).containsExactly("17|5.0000", "18|2.5000");
    }

    private void saveTill(String neither) {
        warehouse.saveMapping(TILL.replace("NEITHER", neither).split("\n"));
    }

    private List<String> orders() {
        return warehouse.query("SELECT order_id, revenue FROM fact_sales ORDER BY order_id, revenue");
    }
}
