package org.salesetl.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salesetl.WarehouseTest;

/** New sales take a shorter way than those that have to be compared; a file may turn out to hold both. */
class KnownSalesTest extends WarehouseTest {

    private static final String HEADER = "sale_id,order_id,customer_id,product_id,order_date,quantity,price\n";

    @BeforeEach
    void dropShop() {
        warehouse.drop("customers.csv", "customer_id,city", "C1,Paris");
        warehouse.drop("products.csv", "product_id,category", "P1,Books");
    }

    @Test
    void comparesAFileWhoseLastSaleTurnsOutToBeKnown() {
        warehouse.drop("old.csv", sales(1, 2, 7));
        warehouse.run();
        warehouse.drop(
                "new.csv",
                (HEADER + lines(1_000, 9_000, 1) + line(1, 3) + "S9999,O1,C1,,2025-01-31,1,1\n").getBytes(UTF_8));

        assertThat(warehouse.run().status()).isEqualTo("succeeded");

        assertThat(warehouse.entry("new.csv").outcomes()).containsExactly(8_002, 8_000, 1, 0, 1, 0);
        assertThat(warehouse.query("SELECT quantity, source_line FROM fact_sales WHERE sale_id = 'S1'"))
                .containsExactly("3.0000|8002");
        assertThat(warehouse.count("SELECT COUNT(*) FROM fact_sales")).isEqualTo(8_002);
        assertThat(warehouse.count("SELECT SUM(sales) FROM rollup_day")).isEqualTo(8_002);
        assertThat(warehouse.count("SELECT COUNT(*) FROM etl_file WHERE name = 'new.csv'"))
                .isEqualTo(1);
        warehouse.assertBooksBalance();
    }

    @Test
    void givesTheSameWarehouseAfterAReloadWhereFilesOverlap() {
        warehouse.drop("old.csv", sales(1, 3_000, 7));
        warehouse.drop("new.csv", (HEADER + lines(5_000, 9_000, 1) + lines(2_000, 3_500, 5)).getBytes(UTF_8));
        warehouse.run();
        var before = warehouse.query("SELECT sale_id, quantity, revenue FROM fact_sales ORDER BY sale_id");
        var days = warehouse.query("SELECT * FROM rollup_day ORDER BY date_key");

        assertThat(warehouse.reload().status()).isEqualTo("succeeded");

        assertThat(warehouse.query("SELECT sale_id, quantity, revenue FROM fact_sales ORDER BY sale_id"))
                .isEqualTo(before);
        assertThat(warehouse.query("SELECT * FROM rollup_day ORDER BY date_key"))
                .isEqualTo(days);
        warehouse.assertBooksBalance();
    }

    @Test
    void keepsNothingOfALargeFileThatBreaksOffAndLoadsTheNext() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(compressed)) {
            stream.write(sales(1, 40_000, 1));
        }
        byte[] bytes = compressed.toByteArray();
        warehouse.drop("broken.csv.gz", Arrays.copyOf(bytes, bytes.length - 500));
        warehouse.drop("sound.csv", sales(1, 20, 1));

        warehouse.run();

        assertThat(warehouse.entry("broken.csv.gz").status()).isEqualTo("refused");
        assertThat(warehouse.entry("sound.csv").outcomes()).containsExactly(20, 20, 0, 0, 0, 0);
        assertThat(warehouse.count("SELECT COUNT(*) FROM fact_sales")).isEqualTo(20);
        assertThat(warehouse.count("SELECT SUM(sales) FROM sales_pack")).isEqualTo(20);
    }

    @Test
    void checksKeysAgainAfterALoad() {
        warehouse.drop("sales.csv", sales(1, 3, 1));
        warehouse.run();

        assertThat(IntStream.range(0, 20)
                        .mapToObj(i -> warehouse
                                .query("SELECT @@foreign_key_checks, @@unique_checks")
                                .get(0)))
                .containsOnly("1|1");
    }

    private static byte[] sales(int from, int to, int quantity) {
        return (HEADER + lines(from, to + 1, quantity)).getBytes(UTF_8);
    }

    private static String lines(int from, int to, int quantity) {
        return IntStream.range(from, to).mapToObj(sale -> line(sale, quantity)).collect(Collectors.joining());
    }

    private static String line(int sale, int quantity) {
        return "S" + sale + ",O" + sale / 2 + ",C1,P1,2025-01-" + (10 + sale % 20) + "," + quantity + ",1.5\n";
    }
}
