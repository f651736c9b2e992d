package org.salesetl.forgetting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;
import org.salesetl.HttpApi.Answer;
import org.salesetl.ledger.RunLock;
import org.springframework.beans.factory.annotation.Autowired;

class ForgettingTest extends ApiTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String NAME = "Zoltan Quux";

    /** A shop that knows its customers by their addresses. */
    private static final String ID = "zoltan.quux@example.org";

    private static final String WIDE =
            "sale_id,order_id,customer_id,customer_name,email,phone,product_id,order_date,quantity,price,status";

    @Autowired
    private RunLock lock;

    @BeforeEach
    void loadTwoCustomers() {
        warehouse.drop("products.csv", "product_id,name,category,price", "P1,Pen,Office,1.50");
        warehouse.drop(
                "customers.csv",
                "customer_id,name,email,city",
                ID + "," + NAME + "," + ID + ",Paris",
                "C2,Bo,bo@example.org,Oslo");
        warehouse.run();
        warehouse.drop(
                "shop.csv",
                WIDE,
                row("S1", "O1", ID, "P1", "2025-01-06", "paid"),
                row("S2", "O1", ID, "P1", "2025-02-30", "paid"),
                row("S3", "O2", ID, "P9", "2025-01-07", "paid"),
                row("S4", "O3", ID, "P1", "2025-01-08", "cancelled"),
                "S5,O4,C2,Bo,bo@example.org,,P1,2025-01-09,2,1.50,paid");
        // waits for its product
        warehouse.drop(
                "parked.csv",
                "sale_id,order_id,customer_id,product_id,order_date,quantity,price",
                "S9,O9," + ID + ",P8,2025-01-11,1,1.50");
        // waits for answers
        warehouse.drop(
                "unknown.csv",
                "Nummer;Wer;Post;Wann;Was;Wieviel;Preis",
                "1;" + NAME + ";" + ID + ";15.03.2025;A1;2;1,50");
        warehouse.saveMapping(
                "name: Counter",
                "kind: sales",
                "recognised_by: [Kunde, Wer, Artikel]",
                "columns:",
                "  customer_id: Kunde",
                "  customer_name: Wer",
                "  product_id: Artikel",
                "  order_date: Tag",
                "  quantity: Menge",
                "  price: Preis");
        // each sale is an order of its own, which only its cells tell from the others
        warehouse.drop("counter.csv", "Kunde,Wer,Artikel,Tag,Menge,Preis", ID + "," + NAME + ",P1,2025-01-10,4,1.50");
        warehouse.run();
    }

    @Test
    void forgetsNameAndAddressAndKeepsTheSales() throws IOException {
        JsonNode months = api.get("/api/metrics/monthly-revenue").json().path("rows");
        List<String> sums = sums();

        String pseudonym = forget();

        assertThat(traces()).isEmpty();
        assertThat(warehouse.query("SELECT customer_id, name, email, city FROM dim_customer WHERE customer_id <> 'C2'"))
                .containsExactly(pseudonym + "|" + pseudonym + "|null|Paris");
        assertThat(sums()).isEqualTo(sums);
        assertThat(api.get("/api/metrics/monthly-revenue").json().path("rows")).isEqualTo(months);
        assertThat(api.get("/api/metrics/top-customers").text())
                .contains(pseudonym)
                .doesNotContain(NAME);
        assertThat(warehouse.query("SELECT raw FROM quarantine WHERE status = 'rejected'"))
                .containsExactly("S2,O1," + pseudonym + ",,,,P1,2025-02-30,1,1.50,paid");
        assertThat(warehouse.query("SELECT raw FROM left_out_row"))
                .containsExactly("S4,O3," + pseudonym + ",,,,P1,2025-01-08,1,1.50,cancelled");
        assertThat(Files.readString(warehouse.archived(warehouse.today("shop.rejects.csv"))))
                .contains(pseudonym)
                .doesNotContain(NAME, ID);
        warehouse.assertRollupsAreExact();
    }

    @Test
    void neverBringsNameOrAddressBack() {
        String pseudonym = forget();
        List<String> sums = sums();

        warehouse.drop("again.csv", "customer_id,name,email,city", ID + "," + NAME + "," + ID + ",Rome");
        warehouse.drop(
                "counter-again.csv",
                "Kunde,Wer,Artikel,Tag,Menge,Preis",
                ID + "," + NAME + ",P1,2025-01-10,4,1.50",
                "C2,Bo,P1,2025-01-11,1,1.50");
        warehouse.drop("products-again.csv", "product_id,name,category,price", "P8,Lamp,Home,1.50");
        assertThat(warehouse.run().status()).isEqualTo("succeeded");

        assertThat(traces()).isEmpty();
        // the sale at the counter is the one that has been loaded; the sale of the new product has waited
        assertThat(warehouse.entry("counter-again.csv").outcomes()).containsExactly(2, 1, 0, 1, 0, 0);
        assertThat(warehouse.count(
                        "SELECT COUNT(*) FROM fact_sales s JOIN dim_customer c ON c.customer_key = s.customer_key"
                                + " WHERE c.customer_id = ?",
                        pseudonym))
                .isEqualTo(4);
        assertThat(sums()).isNotEqualTo(sums);
        List<String> contents = warehouse.contents();

        assertThat(warehouse.reload().status()).isEqualTo("succeeded");

        assertThat(traces()).isEmpty();
        assertThat(warehouse.contents()).isEqualTo(contents);
        warehouse.assertRollupsAreExact();
    }

    @Test
    void loadsCorrectedRowsUnderThePseudonym() {
        String pseudonym = forget();
        String row = warehouse
                .query("SELECT quarantine_id FROM quarantine WHERE status = 'rejected'")
                .get(0);

        api.postAsAdmin("/api/quarantine/retry", "{\"ids\":[" + row + "],\"cells\":{\"order_date\":\"2025-02-28\"}}");
        warehouse.awaitEnd();

        assertThat(warehouse.query(
                        "SELECT c.customer_id FROM fact_sales s JOIN dim_customer c ON c.customer_key = s.customer_key"
                                + " WHERE s.sale_id = 'S2'"))
                .containsExactly(pseudonym);
        assertThat(traces()).isEmpty();
    }

    @Test
    void showsNoLineOfAForgottenCustomerInTheArchive() {
        int file = warehouse.entry("shop.csv").id();
        assertThat(api.get("/api/files/" + file + "/lines/2").text()).contains(NAME);

        String pseudonym = forget();

        assertThat(api.getAsAdmin("/api/files/" + file + "/lines/2")
                        .json()
                        .path("raw")
                        .asText())
                .isEqualTo("S1,O1," + pseudonym + ",,,,P1,2025-01-06,1,1.50,paid");
        assertThat(api.getAsAdmin("/api/files/" + file + "/lines/6").text()).contains("bo@example.org");
        assertThat(api.getAsAdmin("/customer/forget?customer=" + pseudonym).text())
                .contains(
                        "This customer has been forgotten",
                        "shop.csv",
                        "counter.csv",
                        "customers.csv",
                        "held/unknown.csv");
    }

    @Test
    void listsAFileOfTheArchiveUntilSomebodyDeletesIt() throws IOException {
        // a newer file has replaced all that this file said
        warehouse.drop("old.csv", "customer_id,name,email,city", ID + "," + NAME + "," + ID + ",Bath");
        warehouse.drop("new.csv", "customer_id,name,email,city", ID + "," + NAME + "," + ID + ",York");
        warehouse.run();
        String pseudonym = forget();
        assertThat(api.getAsAdmin("/customer/forget?customer=" + pseudonym).text())
                .contains("old.csv");

        Files.delete(warehouse.archived(warehouse.today("old.csv")));

        assertThat(api.getAsAdmin("/customer/forget?customer=" + pseudonym).text())
                .contains("new.csv")
                .doesNotContain("old.csv");
    }

    @Test
    void saysBeforehandWhatGoesAndWhatStays() {
        assertThat(api.getAsAdmin("/customer?customer=" + ID).text()).contains("/customer/forget?customer=");
        assertThat(api.get("/customer?customer=" + ID).text()).doesNotContain("/customer/forget");
        assertThat(api.getAsAdmin("/customer/forget?customer=" + ID).text())
                .contains("Forget " + NAME, "3 sales, worth 9.00", "shop.csv", "Nobody can bring the name back");
    }

    @Test
    void entersNothingOfThePersonIntoTheAudit() {
        String pseudonym = forget();

        assertThat(warehouse.query("SELECT what, value_after FROM audit_entry WHERE what = 'forgetting'"))
                .containsExactly("forgetting|" + pseudonym);
    }

    @Test
    void answersPrograms() {
        Answer answer = api.postAsAdmin("/api/customers/forget", "{\"customer\":\"" + ID + "\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("customer_id").asText()).startsWith("forgotten-");
        assertThat(answer.json().path("files").toString())
                .contains("shop.csv", "counter.csv", "customers.csv", "held/unknown.csv");
        assertThat(traces()).isEmpty();
        assertProblem(
                api.postAsAdmin("/api/customers/forget", "{\"customer\":\"" + ID + "\"}"), 404, "There is no customer");
        assertProblem(
                api.postAsAdmin(
                        "/api/customers/forget",
                        "{\"customer\":\"" + answer.json().path("customer_id").asText() + "\"}"),
                409,
                "forgotten already");
        assertProblem(api.postAsAdmin("/api/customers/forget", "{}"), 400, "the id of one customer");
    }

    @Test
    void waitsForARun() {
        assertThat(lock.acquire()).isTrue();
        try {
            assertProblem(
                    api.postAsAdmin("/api/customers/forget", "{\"customer\":\"" + ID + "\"}"),
                    409,
                    "A run is going on");
        } finally {
            lock.release();
        }
        assertThat(traces()).isNotEmpty();
    }

    private String forget() {
        Answer answer = api.postAsAdmin("/customer/forget", "customer=" + ID, "Content-Type", FORM);
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        String page = answer.header("Location").orElse("");
        return page.substring(page.indexOf('=') + 1);
    }

    private List<String> sums() {
        return warehouse.query("SELECT COUNT(*), SUM(quantity), SUM(revenue) FROM fact_sales");
    }

    /** Where the database still has something of the person. */
    private List<String> traces() {
        List<String> traces = new ArrayList<>();
        for (String table :
                warehouse.query("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")) {
            warehouse.query("SELECT * FROM " + table).stream()
                    .filter(row -> row.contains(NAME) || row.contains(ID) || row.contains("5550199"))
                    .forEach(row -> traces.add(table + ": " + row));
        }
        return traces;
    }

    private static String row(String sale, String order, String customer, String product, String date, String status) {
        return sale + "," + order + "," + customer + "," + NAME + "," + ID + ",+49 170 5550199," + product + "," + date
                + ",1,1.50," + status;
    }
}
