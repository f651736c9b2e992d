package org.salesetl.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;

/** Sales without a customer wait until somebody accepts them for the columns of their file. They count everywhere, as no customer. */
class GuestSalesTest extends ApiTest {

    private static final String HEADER = "sale_id,order_id,customer_id,product_id,order_date,quantity,price";
    private static final String[] FORM = {"Content-Type", "application/x-www-form-urlencoded"};
    private static final String WIDE =
            "Order ID,Order Date,Customer ID,Customer Name,City,Product ID,Product Name,Category,Quantity,Sales";

    @Test
    void saysWhatWaitsWhereSomebodyCanAcceptIt() {
        dropTill();

        String said = "2 sales have no customer (12.50)";
        assertThat(page("/etl/runs/" + warehouse.entry("till.csv").run())).contains(said, "Sign in to load them");
        assertThat(page("/quarantine")).contains(said);
        assertThat(page("/etl/runs/" + warehouse.entry("customers.csv").run())).doesNotContain("have no customer");
    }

    @Test
    void loadsTheWaitingSalesOfAllFilesWithTheseColumns() {
        dropTill();
        warehouse.drop("older.csv", HEADER.toUpperCase(Locale.ROOT), "S5,O5,,P1,2025-03-01,1,4.00");
        warehouse.drop("others.csv", HEADER + ",amount", "S6,O6,,P1,2025-03-01,1,4.00,");
        warehouse.run();
        assertThat(page("/quarantine"))
                .contains("3 sales have no customer (16.50)")
                .contains("and another file with these columns");

        warehouse.acceptGuests("till.csv");

        assertThat(sales()).containsExactly("S1|C1|5.0000", "S2||2.5000", "S3||10.0000", "S5||4.0000");
        assertThat(waiting()).containsExactly("till.csv|5", "others.csv|2");
        assertThat(warehouse.query("""
                        SELECT f.name, q.line, s.name, q.settled_line FROM quarantine q
                          JOIN etl_file f ON f.file_id = q.file_id JOIN etl_file s ON s.file_id = q.settled_by
                        WHERE q.status = 'resolved' ORDER BY q.quarantine_id"""))
                .containsExactly(
                        "till.csv|3|till.without-customer.csv|2",
                        "till.csv|4|till.without-customer.csv|3",
                        "older.csv|2|older.without-customer.csv|2");
        assertThat(warehouse.entry("till.without-customer.csv").outcomes()).containsExactly(2, 2, 0, 0, 0, 0);
        assertThat(page("/quarantine")).contains("1 sale has no customer (4.00)", "others.csv");
        warehouse.assertBooksBalance();
    }

    @Test
    void leavesSalesWithOtherFaultsInTheQuarantine() {
        dropTill();

        warehouse.acceptGuests("till.csv");

        assertThat(waiting()).containsExactly("till.csv|5");
        assertThat(warehouse.query("SELECT reasons FROM quarantine WHERE status = 'rejected'"))
                .containsExactly("missing_customer_id,bad_date");
        assertThat(page("/quarantine")).doesNotContain("no customer (");
        assertThat(api.postAsAdmin(
                                "/api/quarantine/retry",
                                "{\"ids\":["
                                        + warehouse.count(
                                                "SELECT quarantine_id FROM quarantine WHERE status = 'rejected'")
                                        + "],\"cells\":{\"order_date\":\"2025-02-28\"}}")
                        .status())
                .isEqualTo(202);
        warehouse.awaitEnd();
        assertThat(sales()).contains("S4||1.0000");
    }

    @Test
    void loadsLaterFilesWithTheseColumnsAtOnceAndSaysSo() {
        dropTill();
        warehouse.acceptGuests("till.csv");

        warehouse.drop("next.csv", HEADER, "S7,O7,,P1,2025-04-01,1,1.00", "S8,O8,,P1,2025-04-01,1,");
        warehouse.drop("others.csv", HEADER + ",amount", "S9,O9,,P1,2025-04-01,1,1.00,");
        warehouse.run();

        assertThat(warehouse.entry("next.csv").outcomes()).containsExactly(2, 2, 0, 0, 0, 0);
        assertThat(warehouse.entry("others.csv").outcomes()).containsExactly(1, 0, 0, 0, 1, 0);
        assertThat(page("/etl/runs/" + warehouse.entry("next.csv").run()))
                .contains("sales without a customer load: as answered for files with these columns");
    }

    @Test
    void answersTwiceWithoutLoadingTwice() {
        dropTill();
        String answer = accepting(question());
        assertThat(answer(answer)).isEqualTo(202);
        List<String> before = warehouse.contents();

        assertThat(answer(answer)).isEqualTo(404);

        assertThat(warehouse.contents()).isEqualTo(before);
    }

    @Test
    void asksWhetherSalesWithoutACustomerCount() {
        dropTill();
        warehouse.drop(
                "older.csv",
                HEADER.toUpperCase(Locale.ROOT),
                "S5,O5,C1,P1,2025-03-01,1,4.00",
                "S6,O6,,P1,2025-03-01,1,4.00");
        warehouse.run();

        JsonNode question = question();

        assertThat(question.path("file").asInt())
                .isEqualTo(warehouse.entry("older.csv").id());
        assertThat(question.path("name").asText()).isEqualTo("older.csv");
        assertThat(question.path("about").asText()).isEqualTo("guests");
        assertThat(question.path("text").asText())
                .isEqualTo(
                        "Do sales without a customer count? 3 in older.csv and another file with these columns name none and wait."
                                + " All other rows are done.");
        assertThat(question.path("evidence")).hasToString("[{\"line\":3,\"column\":\"customer_id\",\"value\":\"\"}]");
        assertThat(question.path("suggested").isNull()).isTrue();
        assertThat(question.path("choices"))
                .extracting(choice -> choice.path("answer").asText() + "|"
                        + choice.path("revenue").asText() + "|"
                        + choice.path("inserted").asInt() + "|"
                        + choice.path("rejected").asInt())
                .containsExactly("accept|16.5000|3|0", "reject|0|0|3");
        assertThat(page("/")).contains("1 question waits for your answer");

        assertThat(answer(accepting(question))).isEqualTo(202);

        assertThat(sales()).contains("S2||2.5000", "S3||10.0000", "S6||4.0000");
        assertThat(asked()).isEmpty();
        assertThat(page("/")).doesNotContain("for your answer");
    }

    @Test
    void leavesTheSalesInTheQuarantineIfSomebodySaysSoAndLoadsThemLaterAfterAll() {
        dropTill();
        int id = question().path("id").asInt();

        assertThat(answer("{\"name\":\"till.csv\",\"answers\":{\"" + id + "\":\"reject\"}}"))
                .isEqualTo(202);

        assertThat(sales()).containsExactly("S1|C1|5.0000");
        assertThat(asked()).isEmpty();
        assertThat(page("/")).doesNotContain("for your answer");
        assertThat(page("/quarantine")).contains("have no customer (");
        warehouse.acceptGuests("till.csv");
        assertThat(sales()).containsExactly("S1|C1|5.0000", "S2||2.5000", "S3||10.0000");
    }

    @Test
    void asksNothingWhereTheMappingSaysWhatHappens() {
        dropShop();
        warehouse.saveMapping(
                "name: Till",
                "kind: sales",
                "recognised_by: [Bon, Artikel]",
                "columns: {order_id: Bon, order_date: Tag, customer_id: Kunde, product_id: Artikel, quantity: Menge, amount: Summe}",
                "without_customer: reject");
        warehouse.drop("till.csv", "Bon,Tag,Kunde,Artikel,Menge,Summe", "B1,2025-01-31,,P1,1,2.50");
        warehouse.run();

        assertThat(waiting()).containsExactly("till.csv|2");
        assertThat(asked()).isEmpty();
        assertThat(page("/")).doesNotContain("for your answer");
    }

    @Test
    void asksAboutAFileThatIsCompleteWithoutItsGuestsOnce() {
        dropTill();
        warehouse.drop("next.csv", HEADER, "S7,O7,,P1,2025-04-01,1,1.00");
        warehouse.drop("others.csv", HEADER + ",amount", "S6,O6,,P1,2025-03-01,1,4.00,");
        warehouse.run();

        assertThat(asked())
                .extracting(question -> question.path("name").asText())
                .containsExactly("next.csv", "others.csv");
        assertThat(api.get("/api/questions").json().path("total").asInt()).isEqualTo(2);
        assertThat(api.get("/api/questions?offset=1").json().path("questions")).hasSize(1);
        assertThat(page("/questions")).contains("loaded, some sales wait").doesNotContain("Show what would load");
    }

    @Test
    void returnsMoreSalesThanFitOnAPage() {
        dropShop();
        warehouse.drop(
                "long.csv",
                Stream.concat(
                                Stream.of("order_id,customer_id,product_id,order_date,quantity,price"),
                                IntStream.range(0, 1_201).mapToObj(n -> "O" + n % 7 + ",,P1,2025-01-31,1,1.00"))
                        .toArray(String[]::new));
        warehouse.run();

        warehouse.acceptGuests("long.csv");

        assertThat(warehouse.entry("long.without-customer.csv").outcomes()).containsExactly(1201, 1201, 0, 0, 0, 0);
        warehouse.drop(
                "again.csv", "order_id,customer_id,product_id,order_date,quantity,price", "O1,,P1,2025-01-31,1,1.00");
        warehouse.run();
        assertThat(warehouse.entry("again.csv").outcomes())
                .as("the first sale of the product in the order, as before")
                .containsExactly(1, 0, 0, 1, 0, 0);
    }

    @Test
    void updatesASaleWhoseCustomerBecomesKnownAndTheOtherWayRound() {
        dropTill();
        warehouse.acceptGuests("till.csv");

        warehouse.drop("later.csv", HEADER, "S1,O1,,P1,2025-01-31,2,2.50", "S2,O2,C2,P1,2025-01-31,1,2.50");
        warehouse.run();

        assertThat(warehouse.entry("later.csv").outcomes()).containsExactly(2, 0, 2, 0, 0, 0);
        assertThat(sales()).containsExactly("S1||5.0000", "S2|C2|2.5000", "S3||10.0000");
        assertThat(metric("top-customers")).isEqualTo("[[\"C2\",\"C2\",2.50]]");
        assertThat(rollups()).isEqualTo(plainSums());
    }

    @Test
    void hasOneMemberWithItsOrigin() {
        dropTill();
        assertThat(warehouse.query("SELECT * FROM dim_customer WHERE customer_id = ''"))
                .isEmpty();
        warehouse.acceptGuests("till.csv");
        warehouse.drop("next.csv", HEADER, "S7,O7,,P1,2025-04-01,1,1.00");
        warehouse.run();

        assertThat(warehouse.query("""
                        SELECT customer_key, customer_id, c.name, email, city, f.name, source_line
                        FROM dim_customer c JOIN etl_file f ON f.file_id = c.source_file_id WHERE customer_id = ''""")).containsExactly("0||No customer|null|Unknown|till.without-customer.csv|2");
    }

    @Test
    void isNoCustomerInAnyCountAndCountsEverywhereElse() {
        dropTill();
        warehouse.acceptGuests("till.csv");

        assertThat(metric("top-customers")).isEqualTo("[[\"C1\",\"Ann\",5.00]]");
        assertThat(metric("customer-distribution")).isEqualTo("[[\"Lyon\",1],[\"Paris\",1]]");
        assertThat(metric("customer-distribution?from=2025-01-01")).isEqualTo("[[\"Paris\",1]]");
        assertThat(metric("customer-distribution?city=Unknown")).isEqualTo("[]");
        assertThat(metric("top-cities")).isEqualTo("[[\"Unknown\",12.50],[\"Paris\",5.00]]");
        assertThat(metric("top-cities?city=Unknown")).isEqualTo("[[\"Unknown\",12.50]]");
        assertThat(metric("monthly-revenue")).isEqualTo("[[\"2025-01\",7.50],[\"2025-02\",10.00]]");
        assertThat(metric("category-revenue")).isEqualTo("[[\"Office\",17.50]]");
        assertThat(metric("best-selling-products")).isEqualTo("[[\"P1\",\"Pen\",7]]");
        JsonNode figures = api.get("/api/key-figures?by=month").json();
        assertThat(figures.path("revenue").asText()).isEqualTo("17.50");
        assertThat(figures.path("orders").asInt()).isEqualTo(3);
        assertThat(figures.path("customers").asInt()).isEqualTo(1);
        assertThat(figures.path("trend"))
                .extracting(month -> month.path("customers").asInt())
                .containsExactly(1, 0);
        assertThat(api.get("/api/search/customers?q=no cust".replace(" ", "%20"))
                        .json())
                .isEmpty();
        assertThat(page("/"))
                .containsPattern("<dt>Customers</dt><dd><a href=\"/data/dim_customer\"><span [^>]*>2</span></a>");
        assertThat(page("/analytics?period=all")).contains("Unknown").doesNotContain(">No customer<");
        assertThat(rollups()).isEqualTo(plainSums());
    }

    @Test
    void isARowOfItsTableAndHasNoPageOfItsOwn() {
        dropTill();
        warehouse.acceptGuests("till.csv");

        assertThat(api.get("/api/data/dim_customer?sort=customer_key")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(3);
        assertThat(api.get("/customer?customer=").status()).isEqualTo(400);
        assertThat(page("/facts")).contains("No customer").doesNotContain("href=\"/customer?customer=\"");
        assertThat(api.get("/api/facts?city=Unknown").json().path("rows"))
                .extracting(sale -> sale.path("customerId").asText() + "|"
                        + sale.path("customer").asText())
                .containsExactly("|No customer", "|No customer");
    }

    @Test
    void noFileChangesTheMember() {
        dropTill();
        warehouse.acceptGuests("till.csv");
        warehouse.drop("blank.csv", "customer_id,name,city", ",Nobody,Nowhere");
        warehouse.drop("wide.csv", WIDE, "O9,2025-01-31,,Walk-in,Rome,P9,Cup,Kitchen,1,3.00");
        warehouse.run();
        assertThat(warehouse.entry("blank.csv").reasons()).containsOnlyKeys("missing_customer_id");

        warehouse.acceptGuests("wide.csv");

        assertThat(warehouse.query("SELECT name, email, city FROM dim_customer WHERE customer_id = ''"))
                .containsExactly("No customer|null|Unknown");
        assertThat(warehouse.query("SELECT name, category FROM dim_product WHERE product_id = 'P9'"))
                .containsExactly("Cup|Kitchen");
        assertThat(warehouse.query(
                        "SELECT customers_added, products_added, warnings FROM etl_file WHERE name = ?",
                        "wide.without-customer.csv"))
                .containsExactly("0|1|0");
        assertThat(waiting()).contains("blank.csv|2").doesNotContain("wide.csv|2");
    }

    @Test
    void parksAGuestSaleThatWaitsForItsProduct() {
        dropTill();
        warehouse.drop("unknown.csv", HEADER, "S7,O7,,P7,2025-04-01,1,1.00");
        warehouse.run();
        warehouse.acceptGuests("unknown.csv");
        assertThat(warehouse.query("SELECT reasons FROM quarantine WHERE status = 'parked'"))
                .containsExactly("unknown_product");

        warehouse.drop("more.csv", "product_id", "P7");
        warehouse.run();

        assertThat(sales()).contains("S7||1.0000");
        assertThat(rollups()).isEqualTo(plainSums());
        warehouse.assertBooksBalance();
    }

    @Test
    void loadsTheSameWhenTheWarehouseIsReloaded() {
        dropTill();
        warehouse.acceptGuests("till.csv");
        List<String> before = sales();

        assertThat(warehouse.reload().status()).isEqualTo("succeeded");

        assertThat(sales()).isEqualTo(before);
        assertThat(warehouse.entry("till.csv").outcomes()).containsExactly(4, 3, 0, 0, 1, 0);
        assertThat(warehouse.entry("till.without-customer.csv").outcomes()).containsExactly(2, 0, 0, 2, 0, 0);
        assertThat(warehouse.query("SELECT customer_key, source_line FROM dim_customer WHERE customer_id = ''"))
                .containsExactly("0|3");
        assertThat(rollups()).isEqualTo(plainSums());
        warehouse.assertBooksBalance();
    }

    @Test
    void takesTheAnswerOfAFormFromSomebodyWhoHasSignedIn() {
        dropTill();
        int file = warehouse.entry("till.csv").id();
        String form = "file=" + file + "&q-" + file + "=accept";

        assertThat(api.post("/questions", form, FORM).status()).isNotEqualTo(303);
        assertThat(warehouse.query("SELECT * FROM file_answer")).isEmpty();
        assertThat(api.postAsAdmin("/questions", form, FORM).status()).isEqualTo(303);

        warehouse.awaitEnd();
        assertThat(sales()).containsExactly("S1|C1|5.0000", "S2||2.5000", "S3||10.0000");
    }

    @Test
    void refusesWhatIsNoFile() {
        assertThat(api.postAsAdmin("/questions", "file=4711", FORM).status()).isEqualTo(404);
        assertThat(api.postAsAdmin("/questions", "file=x", FORM).status()).isEqualTo(400);
        assertThat(api.postAsAdmin("/questions", "", FORM).status()).isEqualTo(400);
        assertThat(warehouse.query("SELECT * FROM file_answer")).isEmpty();
    }

    private void dropShop() {
        warehouse.drop("customers.csv", "customer_id,name,city", "C1,Ann,Paris", "C2,,Lyon");
        warehouse.drop("products.csv", "product_id,name,category,price", "P1,Pen,Office,2.50");
        warehouse.run();
    }

    /** One sale with a customer, two without, and one that also has another fault. */
    private void dropTill() {
        dropShop();
        warehouse.drop(
                "till.csv",
                HEADER,
                "S1,O1,C1,P1,2025-01-31,2,2.50",
                "S2,O2,,P1,2025-01-31,1,2.50",
                "S3,O3,,P1,2025-02-28,4,2.50",
                "S4,O4,,P1,2025-02-30,1,1.00");
        warehouse.run();
    }

    /** The only question. */
    private JsonNode question() {
        List<JsonNode> asked = asked();
        assertThat(asked).hasSize(1);
        return asked.get(0);
    }

    private List<JsonNode> asked() {
        List<JsonNode> asked = new ArrayList<>();
        api.get("/api/questions").json().path("questions").forEach(asked::add);
        return asked;
    }

    private static String accepting(JsonNode question) {
        return "{\"file\":" + question.path("file").asInt() + ",\"answers\":{\""
                + question.path("id").asInt() + "\":\"accept\"}}";
    }

    private int answer(String body) {
        int status = api.postAsAdmin("/api/questions/answers", body).status();
        warehouse.awaitEnd();
        return status;
    }

    private String page(String path) {
        return api.get(path).text();
    }

    private String metric(String query) {
        return api.get("/api/metrics/" + query).json().path("rows").toString();
    }

    private List<String> sales() {
        return warehouse.query("""
                SELECT sale_id, customer_id, revenue FROM fact_sales f JOIN dim_customer c ON c.customer_key = f.customer_key
                ORDER BY sale_id""");
    }

    private List<String> waiting() {
        return warehouse.query("""
                SELECT name, line FROM quarantine q JOIN etl_file f ON f.file_id = q.file_id
                WHERE q.status = 'rejected' ORDER BY q.quarantine_id""");
    }

    private List<String> rollups() {
        return warehouse.query(
                "SELECT customer_key, sales, quantity, revenue FROM rollup_customer WHERE sales > 0 ORDER BY customer_key");
    }

    private List<String> plainSums() {
        return warehouse.query("""
                SELECT customer_key, COUNT(*), SUM(quantity), SUM(revenue) FROM fact_sales
                GROUP BY customer_key ORDER BY customer_key""");
    }
}
