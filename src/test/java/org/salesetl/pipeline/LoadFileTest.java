package org.salesetl.pipeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesetl.TestWarehouse.FileEntry;
import org.salesetl.TestWarehouse.RunEnd;
import org.salesetl.WarehouseTest;

class LoadFileTest extends WarehouseTest {

    private static final String SALES_HEADER = "sale_id,order_id,customer_id,product_id,order_date,quantity,price";

    @AfterEach
    void removeTrigger() {
        warehouse.update("DROP TRIGGER IF EXISTS break_load");
        warehouse.update("DROP TABLE IF EXISTS attempt");
    }

    @Test
    void loadsAStarSchemaOfThreeFiles() {
        dropShop();
        warehouse.drop(
                "sales.csv",
                SALES_HEADER,
                "S1,O1,C1,P1,2025-01-31,2,1.25",
                "S2,O1,C1,P2,2025/02/01 10:00,3,",
                "S3,O2,C2,P1,2024-12-30T23:59:59-12:00,1,");

        RunEnd run = warehouse.run();

        assertThat(run.status()).isEqualTo("succeeded");
        assertThat(warehouse.query("""
                        SELECT sale_id, order_id, customer_id, product_id, date, quantity, unit_price, revenue,
                               fact_sales.source_line
                        FROM fact_sales JOIN dim_date USING (date_key)
                          JOIN dim_customer USING (customer_key) JOIN dim_product USING (product_key)
                        ORDER BY sale_id"""))
                .containsExactly(
                        "S1|O1|C1|P1|2025-01-31|2.0000|1.2500|2.5000|2",
                        "S2|O1|C1|P2|2025-02-01|3.0000|0.0010|0.0030|3",
                        "S3|O2|C2|P1|2024-12-30|1.0000|1.5000|1.5000|4");
        assertThat(warehouse.query("SELECT * FROM dim_date ORDER BY date_key"))
                .containsExactly(
                        "20241230|2024-12-30|2024|4|12|30|1",
                        "20250131|2025-01-31|2025|1|1|31|5",
                        "20250201|2025-02-01|2025|1|2|1|6");
        assertThat(warehouse.query("SELECT customer_id, name, email, city, source_line FROM dim_customer ORDER BY 1"))
                .containsExactly("C1|Ann|ann@example.org|Paris|2", "C2|Bo|null|Unknown|3");
        assertThat(
                        warehouse.query(
                                "SELECT product_id, name, category, cost_price, price, source_line FROM dim_product ORDER BY 1"))
                .containsExactly("P1|Pen|Office|0.7500|1.5000|2", "P2|P2|Unknown|null|0.0010|3");
        assertThat(warehouse.entry("sales.csv").outcomes()).containsExactly(3, 3, 0, 0, 0, 0);
        assertThat(warehouse.entry("customers.csv").repaired()).isEqualTo(1);
        assertThat(warehouse.archived())
                .containsExactly(
                        warehouse.today("customers.csv"),
                        warehouse.today("products.csv"),
                        warehouse.today("sales.csv"));
        assertThat(warehouse.waiting()).isEmpty();
        warehouse.assertBooksBalance();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order_id;customer_id;product_id;Datum;quantity;price | order_id",
                "product_id,name,quantity | quantity",
                "amazon-order-id,product-name,sku,item-price | amazon-order-id",
                "Número do Pedido;Nome do Produto;Valor;SKU | Número do Pedido",
                "Receipt number,Item,SKU,Net sales | Receipt number",
                "Date,Item,SKU,Net Sales | Date",
                "Qté;SKU;Article | Qté",
                "customer_id,name,Order Number | Order Number",
                "custid,sku,note | custid"
            })
    void takesNothingThatHasSomethingOfASaleForProductsOrCustomers(String header, String cell) {
        warehouse.drop("export.csv", header);

        warehouse.run();

        assertThat(warehouse.entry("export.csv").status()).isEqualTo("refused");
        assertThat(warehouse.entry("export.csv").message())
                .contains("\"" + cell + "\" belongs to sales, so this is no file of products or customers.");
    }

    @Test
    void takesCustomersWithTheNumberOfTheirOrdersForCustomers() {
        warehouse.drop("customers.csv", "customer_id,name,Total Orders,Total Spent", "C1,Ann,3,12.50");

        warehouse.run();

        assertThat(warehouse.entry("customers.csv").kind()).isEqualTo("customers");
    }

    @Test
    void accountsForEveryRowOfAFile() {
        dropShop();
        warehouse.drop(
                "sales.csv",
                SALES_HEADER,
                "S1,O1,C1,P1,2025-01-31,2,1.25",
                "",
                "S2,O1,,P1,2025-02-30,none,x",
                ",,,,,,",
                "S3,O1,C9,P1,2025-01-31,1,",
                "S4,O1,C1",
                "S1,O1,C1,P1,2025-01-31,2,1.25",
                "S5,O1,C1,P1,2025-01-31,2,1.25,",
                "S6,O1,C1,P1,2025-01-31,2,1.25,more");

        warehouse.run();

        FileEntry entry = warehouse.entry("sales.csv");
        assertThat(entry.outcomes()).containsExactly(7, 2, 0, 0, 4, 1);
        assertThat(entry.blank()).isEqualTo(2);
        assertThat(entry.reasons())
                .isEqualTo(
                        Map.of("missing_customer_id", 1, "column_count", 2, "duplicate_id", 1, "unknown_customer", 1));
        assertThat(warehouse.query("SELECT line, status, reasons, raw FROM quarantine ORDER BY line"))
                .containsExactly(
                        "4|rejected|missing_customer_id,bad_quantity,bad_price,bad_date|S2,O1,,P1,2025-02-30,none,x",
                        "6|parked|unknown_customer|S3,O1,C9,P1,2025-01-31,1,",
                        "7|rejected|column_count|S4,O1,C1",
                        "8|rejected|duplicate_id|S1,O1,C1,P1,2025-01-31,2,1.25",
                        "10|rejected|column_count|S6,O1,C1,P1,2025-01-31,2,1.25,more");
        warehouse.assertBooksBalance();
    }

    @Test
    void recognisesAFileByItsHeaderWhateverItsName() {
        warehouse.drop("sales.csv", "customer_id;name", "C1;Ann");
        warehouse.drop("customers.tsv", "SKU\tUnit Price", "P1\t$1,060.22");

        warehouse.run();

        assertThat(warehouse.entry("sales.csv").kind()).isEqualTo("customers");
        assertThat(warehouse.entry("customers.tsv").kind()).isEqualTo("products");
        assertThat(warehouse.query("SELECT product_id, price FROM dim_product")).containsExactly("P1|1060.2200");
    }

    @Test
    void loadsCompressedFiles() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(compressed)) {
            stream.write("\uFEFFcustomer_id|name\r\nC1|Łódź\r\n".getBytes(UTF_8));
        }
        warehouse.drop("customers.csv.gz", compressed.toByteArray());

        warehouse.run();

        assertThat(warehouse.query("SELECT customer_id, name FROM dim_customer"))
                .containsExactly("C1|Łódź");
        assertThat(warehouse.archived()).containsExactly(warehouse.today("customers.csv.gz"));
    }

    @Test
    void keepsEveryCharacterAsItCame() {
        String name = "\"Ann\", 'the' 😀 \\n \\ % _ ; -- ${body} :#name ? 日本 e\u0301 é\nsecond line";
        warehouse.drop(
                "customers.csv", "customer_id,name,city", "C😀,\"" + name.replace("\"", "\"\"") + "\",'; DROP--");

        warehouse.run();

        assertThat(warehouse.query("SELECT customer_id, name, city FROM dim_customer"))
                .containsExactly("C😀|" + name + "|'; DROP--");
    }

    @Test
    void takesIdsThatDifferInCaseAccentOrZeroesForDifferent() {
        warehouse.drop("products.csv", "product_id", "85123A", "85123a", "007", "7", "é", "e", "e\u0301");

        warehouse.run();

        assertThat(warehouse.entry("products.csv").inserted()).isEqualTo(7);
    }

    @Test
    void loadsAFileWithOnlyAHeader() {
        warehouse.drop("sales.csv", SALES_HEADER);

        warehouse.run();

        assertThat(warehouse.entry("sales.csv").status()).isEqualTo("loaded");
        assertThat(warehouse.entry("sales.csv").outcomes()).containsExactly(0, 0, 0, 0, 0, 0);
        assertThat(warehouse.archived()).containsExactly(warehouse.today("sales.csv"));
    }

    @Test
    void changesNothingWhenTheSameContentComesAgain() {
        dropShop();
        warehouse.run();
        List<String> before = warehouse.contents();
        warehouse.drop("other-name.csv", "customer_id,name,email,city", "C1,Ann,ann@example.org,Paris", "C2,Bo,,");

        RunEnd run = warehouse.run();

        assertThat(run.status()).isEqualTo("succeeded");
        assertThat(warehouse.contents()).isEqualTo(before);
        FileEntry entry = warehouse.entry("other-name.csv");
        assertThat(entry.status()).isEqualTo("already_loaded");
        assertThat(entry.message())
                .isEqualTo("The same content was loaded before as customers.csv; nothing has changed");
        assertThat(warehouse.archived()).contains("already-loaded/other-name.csv");
        assertThat(warehouse.waiting()).isEmpty();
    }

    @Test
    void loadsOneOfTwoFilesWithTheSameContent() {
        warehouse.drop("a.csv", "customer_id", "C1");
        warehouse.drop("b.csv", "customer_id", "C1");

        warehouse.run();

        assertThat(warehouse.entry("a.csv").status()).isEqualTo("loaded");
        assertThat(warehouse.entry("b.csv").status()).isEqualTo("already_loaded");
    }

    @Test
    void updatesWithACorrectedFile() {
        dropShop();
        warehouse.drop("sales.csv", SALES_HEADER, "S1,O1,C1,P1,2025-01-31,2,1.25", "S2,O1,C1,P1,2025-01-31,1,1");
        warehouse.run();
        warehouse.drop(
                "sales.csv",
                SALES_HEADER,
                "S3,O3,C1,P1,2025-01-31,1,1",
                "S2,O1,C1,P1,2025-01-31,1.0,1.0000",
                "S1,O1,C2,P1,2025-02-01,3,1.25");

        warehouse.run();

        assertThat(warehouse.entry("sales.csv").outcomes()).containsExactly(3, 1, 1, 1, 0, 0);
        assertThat(warehouse.query("""
                        SELECT s.sale_id, c.customer_id, s.date_key, s.quantity, s.revenue, s.source_line, f.run_id = ?
                        FROM fact_sales s JOIN dim_customer c ON c.customer_key = s.customer_key
                          JOIN etl_file f ON f.file_id = s.source_file_id ORDER BY 1""", warehouse.entry("sales.csv").run()))
                .containsExactly(
                        "S1|C2|20250201|3.0000|3.7500|4|1",
                        "S2|C1|20250131|1.0000|1.0000|3|0",
                        "S3|C1|20250131|1.0000|1.0000|2|1");
        assertThat(warehouse.archived()).contains(warehouse.today("sales.csv"), warehouse.today("sales-2.csv"));
    }

    @Test
    void updatesCustomersAndProducts() {
        dropShop();
        warehouse.run();
        warehouse.drop("customers.csv", "customer_id,name,email,city", "C1,Ann,,Paris", "C2,Bo,,", "C3,Cy,,Oslo");
        warehouse.drop(
                "products.csv", "product_id,name,category,cost_price,price", "P1,Pen,Office,0.75,1.5", "P2,,,,2");

        warehouse.run();

        assertThat(warehouse.entry("customers.csv").outcomes()).containsExactly(3, 1, 1, 1, 0, 0);
        assertThat(warehouse.entry("products.csv").outcomes()).containsExactly(2, 0, 1, 1, 0, 0);
        assertThat(warehouse.query("SELECT email FROM dim_customer WHERE customer_id = 'C1'"))
                .containsExactly("null");
    }

    @Test
    void keepsWhatIsKnownWhereAFileDoesNotHaveTheColumn() {
        dropShop();
        warehouse.run();
        warehouse.drop("customers.csv", "customer_id,city", "C1,Lyon", "C3,Oslo");
        warehouse.drop("products.csv", "product_id,price", "P1,9");

        warehouse.run();

        assertThat(warehouse.query("SELECT customer_id, name, email, city FROM dim_customer ORDER BY 1"))
                .containsExactly("C1|Ann|ann@example.org|Lyon", "C2|Bo|null|Unknown", "C3|C3|null|Oslo");
        assertThat(warehouse
                        .query("SELECT * FROM dim_product WHERE product_id = 'P1'")
                        .get(0))
                .contains("|P1|Pen|Office|0.7500|9.0000|");
    }

    @Test
    void loadsCustomersAndProductsBeforeSalesOfTheSameRun() {
        warehouse.drop("1.csv", SALES_HEADER, "S1,O1,C1,P1,2025-01-31,2,");
        warehouse.drop("2.csv", "product_id,price", "P1,1.5");
        warehouse.drop("3.csv", "customer_id", "C1");

        warehouse.run();

        assertThat(warehouse.entry("1.csv").outcomes()).containsExactly(1, 1, 0, 0, 0, 0);
    }

    @Test
    void takesTwoIdenticalLinesInOneOrderForTwoSales() {
        dropShop();
        String header = "order_id,customer_id,product_id,order_date,quantity";
        warehouse.drop("sales.csv", header, "O1,C1,P1,2025-01-31,1", "O1,C1,P1,2025-01-31,1");
        warehouse.run();
        assertThat(warehouse.entry("sales.csv").inserted()).isEqualTo(2);

        warehouse.drop("sales.csv", header, "O1,C1,P1,2025-01-31,1", "O1,C1,P1,2025-01-31,1", "O1,C1,P1,2025-01-31,1");
        warehouse.run();

        assertThat(warehouse.entry("sales.csv").outcomes()).containsExactly(3, 1, 0, 2, 0, 0);
    }

    @Test
    void rejectsOnlyTheRowsThatAreNoText() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("customer_id,name\nC1,Zürich\nC2,Genève\nC3,".getBytes(UTF_8));
        bytes.writeBytes("Köln\n".getBytes(ISO_8859_1));
        warehouse.drop("customers.csv", bytes.toByteArray());

        warehouse.run();

        assertThat(warehouse.entry("customers.csv").outcomes()).containsExactly(3, 2, 0, 0, 1, 0);
        assertThat(warehouse.entry("customers.csv").reasons()).isEqualTo(Map.of("bad_encoding", 1));
    }

    @Test
    void refusesAFileThatNobodyCanRecogniseAndLoadsTheNext() throws IOException {
        warehouse.drop("wrong.csv", "who,what", "1,2");
        warehouse.drop("empty.csv", new byte[0]);
        warehouse.drop("customers.csv", "customer_id", "C1");

        RunEnd run = warehouse.run();

        assertThat(run.status()).isEqualTo("succeeded");
        assertThat(warehouse.entry("customers.csv").status()).isEqualTo("loaded");
        FileEntry refused = warehouse.entry("wrong.csv");
        assertThat(refused.status()).isEqualTo("refused");
        assertThat(refused.archivedAs()).isEqualTo("refused/wrong.csv");
        assertThat(refused.message())
                .startsWith("Expected a header with the columns of")
                .contains("\"who\", \"what\"");
        assertThat(Files.readString(warehouse.archived("refused/wrong.csv.reason.txt")))
                .isEqualTo(refused.message() + System.lineSeparator());
        assertThat(warehouse.archived("refused/wrong.csv")).hasContent("who,what\n1,2\n");
        assertThat(warehouse.entry("empty.csv").message()).contains("the file is empty");
        assertThat(warehouse.waiting()).isEmpty();
    }

    @Test
    void refusesACompressedFileThatBreaksOffAndKeepsNothingOfIt() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(compressed)) {
            stream.write("customer_id,name\n".getBytes(UTF_8));
            for (int i = 0; i < 30_000; i++) {
                stream.write(("C" + i + "," + Integer.toHexString(i * 31) + "\n").getBytes(UTF_8));
            }
        }
        byte[] bytes = compressed.toByteArray();
        warehouse.drop("customers.csv.gz", Arrays.copyOf(bytes, bytes.length - 2_000));

        warehouse.run();

        assertThat(warehouse.entry("customers.csv.gz").status()).isEqualTo("refused");
        assertThat(warehouse.contents()).isEmpty();
        assertThat(warehouse.archived())
                .containsExactly("refused/customers.csv.gz", "refused/customers.csv.gz.reason.txt");
    }

    @Test
    void keepsNothingOfAFileThatFailsHalfWayAndLoadsTheNext() {
        warehouse.drop("0-customers.csv", "customer_id,name", "C0,Zoe");
        warehouse.run();
        List<String> before = warehouse.contents();
        breakLoad("45000");
        warehouse.drop("1-customers.csv", "customer_id,name", "C0,Changed", "C1,Ann", ",nobody", "C2,break", "C3,Cy");
        warehouse.drop("2-customers.csv", "customer_id,name", "C4,Di");

        RunEnd run = warehouse.run();

        assertThat(run.status()).isEqualTo("failed");
        assertThat(run.message()).contains("1-customers.csv").contains("broken on purpose");
        FileEntry failed = warehouse.entry("1-customers.csv");
        assertThat(failed.status()).isEqualTo("failed");
        assertThat(failed.outcomes()).containsExactly(0, 0, 0, 0, 0, 0);
        assertThat(failed.archivedAs()).isEqualTo("failed/1-customers.csv");
        assertThat(failed.message()).contains("broken on purpose");
        assertThat(warehouse.archived("failed/1-customers.csv.reason.txt"))
                .content()
                .startsWith("This file could not be loaded, and nothing of it was kept.")
                .contains("broken on purpose");
        assertThat(warehouse.entry("2-customers.csv").status()).isEqualTo("loaded");
        assertThat(warehouse.contents()).containsAll(before).hasSize(before.size() + 1);

        removeTrigger();
        warehouse.drop("1-customers.csv", "customer_id,name", "C0,Changed", "C1,Ann", ",nobody", "C2,break", "C3,Cy");
        warehouse.run();
        assertThat(warehouse.entry("1-customers.csv").outcomes()).containsExactly(5, 3, 1, 0, 1, 0);
    }

    @Test
    void loadsAFileAnewAfterADeadlock() {
        breakLoad("40001");
        warehouse.drop("customers.csv", "customer_id,name", "C1,Ann", "C2,break", ",nobody");

        RunEnd run = warehouse.run();

        assertThat(run.status()).isEqualTo("succeeded");
        assertThat(warehouse.entries("customers.csv")).hasSize(1);
        assertThat(warehouse.entry("customers.csv").outcomes()).containsExactly(3, 2, 0, 0, 1, 0);
        assertThat(warehouse.count("SELECT COUNT(*) FROM quarantine")).isEqualTo(1);
    }

    @Test
    void takesAnyFileNameForNothingButAName() {
        warehouse.drop("${body} :#fileId, 'x'; 日本 😀 (1).csv", "customer_id", "C1");

        warehouse.run();

        assertThat(warehouse.archived()).containsExactly(warehouse.today("${body} :#fileId, 'x'; 日本 😀 (1).csv"));
        assertThat(warehouse.entry("${body} :#fileId, 'x'; 日本 😀 (1).csv").status())
                .isEqualTo("loaded");
    }

    private void dropShop() {
        warehouse.drop("customers.csv", "customer_id,name,email,city", "C1,Ann,ann@example.org,Paris", "C2,Bo,,");
        warehouse.drop(
                "products.csv", "product_id,name,category,cost_price,price", "P1,Pen,Office,0.75,1.50", "P2,,,,0.001");
    }

    /** Lets the first insert of a customer named "break" fail with this state; the count of attempts outlives a rollback. */
    private void breakLoad(String state) {
        warehouse.update("CREATE TABLE attempt (number INT) ENGINE = MyISAM");
        warehouse.update("""
                CREATE TRIGGER break_load AFTER INSERT ON dim_customer FOR EACH ROW
                BEGIN
                  IF NEW.name = 'break' THEN
                    INSERT INTO attempt VALUES (1);
                    IF '%1$s' <> '40001' OR (SELECT COUNT(*) FROM attempt) = 1 THEN
                      SIGNAL SQLSTATE '%1$s' SET MESSAGE_TEXT = 'broken on purpose';
                    END IF;
                  END IF;
                END""".formatted(state));
    }
}
