package org.salesetl.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;
import org.salesetl.HttpApi;
import org.salesetl.HttpApi.Answer;
import org.salesetl.WarehouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class AuditTest extends WarehouseTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** Routes that answer a form and change nothing. */
    private static final Set<String> PREVIEWS = Set.of("preview-answers", "preview-mapping-on-page", "offer-cells");

    private static final String TILL = """
            name: Till
            kind: sales
            recognised_by: [Bon, Artikel]
            columns:
              order_id: Bon
              order_date: Tag
              product_id: Artikel
              quantity: Menge
              amount: Summe
            without_customer: accept
            """;

    @Autowired
    private HttpApi api;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ModelCamelContext camel;

    @Test
    void knowsEveryRouteThatChangesSomething() {
        List<String> changing = camel.getRouteDefinitions().stream()
                .filter(route -> route.getEndpointUrl().startsWith("platform-http")
                        && !route.getEndpointUrl().contains("Restrict=GET"))
                .map(RouteDefinition::getRouteId)
                .filter(id -> !PREVIEWS.contains(id))
                .toList();

        assertThat(Act.OF_ROUTES.keySet()).containsExactlyInAnyOrderElementsOf(changing);
    }

    @Test
    void hasWhoDidWhat() {
        api.postAsAdmin("/api/etl/runs", "{\"mode\":\"check\"}");
        warehouse.awaitEnd();
        api.putAsAdmin("/api/uploads?name=notes.txt", BodyPublishers.ofString("x"));
        warehouse.awaitEnd();
        api.postAsAdmin("/users", "name=anna&role=viewer", "Content-Type", FORM);
        api.postAsAdmin("/users/role", "name=anna&role=operator", "Content-Type", FORM);
        api.postAsAdmin("/account/token", "name=x&role=viewer", "Content-Type", FORM);

        assertThat(entries())
                .containsExactly(
                        "admin 127.0.0.1 run /api/etl/runs null {\"mode\":\"check\"}",
                        "admin 127.0.0.1 upload notes.txt null ",
                        "admin 127.0.0.1 user add-user anna  role=viewer",
                        "admin 127.0.0.1 user change-role anna role=viewer, enabled=true role=operator");
    }

    @Test
    void hasAMappingBeforeAndAfter() {
        String changed = TILL.replace("Menge", "Anzahl");
        assertThat(api.putAsAdmin("/api/mappings/Till", BodyPublishers.ofString(TILL))
                        .status())
                .isEqualTo(201);
        assertThat(api.putAsAdmin("/api/mappings/Till", BodyPublishers.ofString(changed))
                        .status())
                .isEqualTo(200);
        api.send("DELETE", "/api/mappings/Till");

        assertThat(entries()).hasSize(3);
        assertThat(entries().get(1)).startsWith("admin 127.0.0.1 mapping /api/mappings/Till " + TILL + " " + changed);
        assertThat(entries().get(2)).startsWith("admin 127.0.0.1 mapping_deleted /api/mappings/Till " + changed);
    }

    @Test
    void hasNoSecretAndNoRefusedRequest() {
        api.postAsAdmin("/account/password", "current=secret1&password=secret2&again=secret3", "Content-Type", FORM);
        api.postAsAdmin("/api/etl/runs", "{\"mode\":\"nonsense\"}");
        String page = api.postAsAdmin("/users", "name=anna&role=viewer", "Content-Type", FORM)
                .text();
        String password = page.replaceAll("(?s).*<code id=\"password\">([^<]*)</code>.*", "$1");

        assertThat(password).hasSizeBetween(20, 30);
        assertThat(entries()).hasSize(1).noneMatch(entry -> entry.contains("secret") || entry.contains(password));
    }

    @Test
    void isNotFilledByWhoGuesses() {
        for (int i = 0; i < 40; i++) {
            api.get("/users", "Authorization", "Basic bm9ib2R5" + "AAAA".repeat(i) + "OndyYm9uZw==");
        }

        assertThat(entries()).hasSizeLessThanOrEqualTo(20).allMatch(entry -> entry.contains(" failed_sign_in "));
    }

    @Test
    void isFilteredPagedAndExported() {
        for (String name : List.of("anna", "berta", "clara")) {
            api.postAsAdmin("/users", "name=" + name + "&role=viewer", "Content-Type", FORM);
        }
        api.postAsAdmin("/users/delete", "name=berta", "Content-Type", FORM);

        assertThat(page("")).contains("anna", "berta", "clara");
        assertThat(page("?q=clara")).contains("add-user clara").doesNotContain("add-user anna");
        assertThat(page("?what=user&user=admin&from=2020-01-01&to=2999-01-01&limit=1"))
                .contains("delete-user berta")
                .doesNotContain("clara");
        assertThat(page("?user=nobody")).contains("There is no such entry");
        assertThat(api.getAsAdmin("/audit?what=nonsense").status()).isEqualTo(400);
        Answer csv = api.getAsAdmin("/api/audit.csv?q=berta");
        assertThat(csv.text().lines()).hasSize(3).first().asString().contains("user_name");
    }

    @Test
    void countsALongListNoFurtherThanThePageTells() {
        api.postAsAdmin("/users", "name=anna&role=viewer", "Content-Type", FORM);
        for (int times = 0; times < 14; times++) {
            jdbc.update("INSERT INTO audit_entry (at, user_name, address, what, thing)"
                    + " SELECT at, user_name, address, what, thing FROM audit_entry");
        }

        assertThat(page("?limit=500")).contains("1–500 of more than 10,000", "offset=500");
        assertThat(page("?limit=500&offset=16000")).contains("of more than 10,000", "offset=15500");
        assertThat(page("?limit=500&offset=1000000")).contains("There is nothing that far.");
        assertThat(page("?q=nobody-of-this-name")).contains("There is no such entry");
    }

    private String page(String query) {
        return api.getAsAdmin("/audit" + query).text();
    }

    private List<String> entries() {
        return jdbc.query(
                "SELECT * FROM audit_entry ORDER BY entry_id",
                (row, number) -> String.join(
                        " ",
                        row.getString("user_name"),
                        row.getString("address"),
                        row.getString("what"),
                        row.getString("thing"),
                        row.getString("value_before"),
                        row.getString("value_after")));
    }
}
