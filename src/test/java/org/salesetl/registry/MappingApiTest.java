package org.salesetl.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;
import org.salesetl.HttpApi.Answer;
import org.salesetl.mapping.MappingYaml;

/** Mappings over HTTP. */
class MappingApiTest extends ApiTest {

    private static final String[] YAML = {"Accept", "application/yaml"};
    private static final String TILL = "/api/mappings/Our%20till";
    private static final String DOCUMENT = """
            # the till at the door
            name: Our till
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
              - {column: Art, sales: [Verkauf], neither: [Storno]}
            """;

    @BeforeEach
    void forgetSavedMappings() {
        api.get("/api/mappings");
    }

    @Test
    void listsBuiltInMappings() {
        JsonNode shopify = listed("Shopify orders");

        assertThat(shopify.path("kind").asText()).isEqualTo("sales");
        assertThat(shopify.path("origin").asText()).isEqualTo("built_in");
        assertThat(shopify.path("version").asText()).matches("[0-9a-f]{12}");
        assertThat(shopify.path("files").asInt()).isZero();
        assertThat(listed("Sales").path("origin").asText()).isEqualTo("built_in");
    }

    @Test
    void showsAMappingAsYamlOrAsJson() {
        Answer yaml = api.get("/api/mappings/Shopify%20orders", YAML);
        Answer json = api.get("/api/mappings/Shopify%20orders");

        assertThat(yaml.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/yaml"));
        assertThat(yaml.text()).startsWith("# Shopify").contains("recognised_by: [Name, Financial Status");
        assertThat(json.header("Content-Type")).hasValue("application/json");
        assertThat(json.json().path("name").asText()).isEqualTo("Shopify orders");
        assertThat(json.header("ETag"))
                .hasValue('"' + listed("Shopify orders").path("version").asText() + '"');
        assertThat(MappingYaml.read(json.text())).as("JSON is YAML too").isEqualTo(MappingYaml.read(yaml.text()));
    }

    @Test
    void listsAllDocumentsAsYaml() {
        Answer yaml = api.get("/api/mappings", YAML);

        assertThat(yaml.text().split("(?m)^---$")).hasSizeGreaterThan(20).allSatisfy(MappingYaml::read);
    }

    @Test
    void savesAMappingThatReadsFilesFromThenOn() {
        Answer created = put(TILL, DOCUMENT);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("name").asText()).isEqualTo("Our till");
        assertThat(api.get(TILL, YAML).text()).isEqualTo(DOCUMENT);
        assertThat(listed("Our till").path("origin").asText()).isEqualTo("database");
        assertThat(listed("Our till").has("replaces")).isFalse();
        dropTill();
        assertThat(warehouse.query("SELECT order_id, revenue FROM fact_sales ORDER BY order_id"))
                .containsExactly("17|5.0000");
        assertThat(listed("Our till").path("files").asInt()).isEqualTo(1);
        JsonNode file = api.get("/api/etl/runs/" + warehouse.entry("till.csv").run())
                .json()
                .path("files")
                .path(0);
        assertThat(file.path("mapping").path("name").asText()).isEqualTo("Our till");
        assertThat(file.path("mapping").path("version").asText())
                .isEqualTo(listed("Our till").path("version").asText());

        assertThat(put(TILL, DOCUMENT.replace("Storno]", "Storno, Verkauf]").replace("sales: [Verkauf], ", ""))
                        .status())
                .isEqualTo(200);
        assertThat(listed("Our till").path("files").asInt()).isEqualTo(1);
        assertThat(listed("Our till").path("otherFiles").asInt()).isEqualTo(1);
    }

    @Test
    void countsAFileOnceAfterAReload() {
        put(TILL, DOCUMENT);
        dropTill();
        warehouse.reload();
        assertThat(listed("Our till").path("files").asInt()).isEqualTo(1);

        warehouse.update("UPDATE etl_run SET status = 'running' WHERE mode = 'reload'");
        assertThat(listed("Our till").path("files").asInt()).isEqualTo(2);
        warehouse.update("UPDATE etl_run SET status = 'succeeded' WHERE mode = 'reload'");
        assertThat(listed("Our till").path("files").asInt()).isEqualTo(1);
    }

    @Test
    void takesJson() {
        put(TILL, DOCUMENT);
        String json = api.get(TILL).text();
        api.send("DELETE", TILL);

        assertThat(api.putAsAdmin(TILL, BodyPublishers.ofString(json), "Content-Type", "application/json")
                        .status())
                .isEqualTo(201);
        assertThat(MappingYaml.read(api.get(TILL, YAML).text())).isEqualTo(MappingYaml.read(DOCUMENT));
    }

    @Test
    void letsAnOwnVersionStandInForABuiltInOneUntilItIsDeleted() {
        String path = "/api/mappings/Shopify%20orders";
        String builtIn = api.get(path, YAML).text();

        assertThat(put(path, "# ours\n" + builtIn.replace("dates:", "dates: ")).status())
                .isEqualTo(200);
        assertThat(listed("Shopify orders").path("origin").asText()).isEqualTo("database");
        assertThat(listed("Shopify orders").path("replaces").asText()).isEqualTo("built_in");
        assertThat(api.get(path, YAML).text()).startsWith("# ours\n");

        assertThat(api.send("DELETE", path).status()).isEqualTo(204);
        assertThat(listed("Shopify orders").path("origin").asText()).isEqualTo("built_in");
        assertThat(api.get(path, YAML).text()).isEqualTo(builtIn);
    }

    @Test
    void deletesNothingThatIsBuiltIn() {
        assertProblem(
                api.send("DELETE", "/api/mappings/Shopify%20orders"),
                409,
                "The mapping Shopify orders is built in and cannot be deleted. To change it, save another version of the mapping.");
        assertProblem(api.send("DELETE", "/api/mappings/None"), 404, "There is no mapping None");
    }

    @Test
    void deletesAMappingThatThisVersionCannotRead() {
        String builtIn = api.get("/api/mappings/Shopify%20orders", YAML).text();
        for (String name : List.of("Our till", "Shopify orders")) {
            warehouse.update(
                    "INSERT INTO saved_mapping (name, yaml, changed_at) VALUES (?, 'colour: red', UTC_TIMESTAMP(6))",
                    name);
        }
        JsonNode listing = api.get("/api/mappings").json();
        assertThat(listing.path("broken")).hasToString("[\"Our till\",\"Shopify orders\"]");
        assertThat(listing.path("unused")).isEmpty();
        assertProblem(api.get(TILL), 404, "There is no mapping Our till");

        assertThat(api.send("DELETE", TILL).status()).isEqualTo(204);
        assertThat(api.send("DELETE", "/api/mappings/Shopify%20orders").status())
                .isEqualTo(204);

        assertThat(api.get("/api/mappings").json().path("broken")).isEmpty();
        assertThat(api.get("/api/mappings").json().path("problems")).isEmpty();
        assertThat(api.get("/api/mappings/Shopify%20orders", YAML).text()).isEqualTo(builtIn);
    }

    @Test
    void saysTheLineAndTheColumnOfAMistake() {
        assertProblem(put(TILL, DOCUMENT.replace("kind", "colour")), 400, "line 3, column 1: expected one of");
        assertProblem(put(TILL, ""), 400, "line 1, column 1: expected a mapping with a key in each line");
        assertProblem(
                put(TILL, DOCUMENT.replace("recognised_by: [Bon, Artikel, Art]", "needs: [[order_id]]")),
                400,
                "expected recognised_by");
        assertProblem(
                put("/api/mappings/Till", DOCUMENT), 400, "name: expected Till, as in the address but found Our till");
        assertProblem(
                put("/api/mappings/Sales", DOCUMENT.replace("Our till", "Sales")),
                400,
                "the mapping of our own columns");
        assertProblem(
                put(TILL, DOCUMENT + "#".repeat(70_000)),
                400,
                "expected a mapping of at most 65536 bytes but found more");
        assertProblem(
                api.putAsAdmin(TILL, BodyPublishers.ofByteArray(new byte[] {'#', (byte) 0xC3, '\n'})),
                400,
                "expected text in UTF-8 but found bytes that are none");
        assertThat(api.get(TILL).status()).as("nothing was saved").isEqualTo(404);
    }

    @Test
    void refusesANameThatNoAddressCanHave() {
        assertProblem(
                put("/api/mappings/b", DOCUMENT.replace("Our till", "a/b")),
                400,
                "without / \\ ; % in it but found \"a/b\"");
    }

    @Test
    void needsASignIn() {
        assertThat(api.put(TILL, BodyPublishers.ofString(DOCUMENT)).status()).isEqualTo(401);
        assertThat(api.putAsAdmin(TILL, BodyPublishers.ofString(DOCUMENT), "Origin", "http://evil.example")
                        .status())
                .as("a page of another site")
                .isIn(401, 403);
        assertThat(api.send("DELETE", TILL, "Origin", "http://evil.example").status())
                .isIn(401, 403);
        assertThat(api.get(TILL).status()).isEqualTo(404);
    }

    @Test
    void seesWhatAnotherInstanceHasSaved() {
        warehouse.update(
                "INSERT INTO saved_mapping (name, yaml, changed_at) VALUES ('Our till', ?, UTC_TIMESTAMP(6))",
                DOCUMENT);

        dropTill();

        assertThat(warehouse.entry("till.csv").status()).isEqualTo("loaded");
    }

    @Test
    void keepsTheNewestChangesOfAMapping() {
        for (int change = 0; change < 60; change++) {
            warehouse.saveMapping(("# " + change + "\n" + DOCUMENT).split("\n"));
        }

        List<String> kept = warehouse.query("SELECT yaml FROM saved_mapping ORDER BY change_id");
        assertThat(kept).hasSize(50);
        assertThat(kept.get(0)).startsWith("# 10\n");
        assertThat(api.get(TILL, YAML).text()).startsWith("# 59\n");
    }

    private void dropTill() {
        warehouse.drop(
                "till.csv",
                "Bon;Tag;Artikel;Menge;Summe;Art",
                "17;2025-03-05;4711;2;5,00;Verkauf",
                "18;2025-03-31;4711;1;2,50;Storno");
        assertThat(warehouse.run().status()).isEqualTo("succeeded");
    }

    private Answer put(String path, String document) {
        return api.putAsAdmin(path, BodyPublishers.ofString(document));
    }

    private JsonNode listed(String name) {
        List<JsonNode> found = new ArrayList<>();
        api.get("/api/mappings").json().path("mappings").forEach(mapping -> {
            if (mapping.path("name").asText().equals(name)) {
                found.add(mapping);
            }
        });
        assertThat(found).as("entries of " + name).hasSize(1);
        return found.get(0);
    }
}
