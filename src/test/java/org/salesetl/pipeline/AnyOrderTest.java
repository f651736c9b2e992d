package org.salesetl.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.WarehouseTest;

/** Customers, products and sales may come in any order, each in a run of its own: the warehouse is the same in the end. */
@Tag("variants")
class AnyOrderTest extends WarehouseTest {

    private static final int SHOPS = 4;
    private static final int[][] ORDERS = {{0, 1, 2}, {2, 1, 0}, {1, 2, 0}, {2, 0, 1}};

    /** A shop's three files. */
    private record Shop(String customers, String products, String sales) {

        List<String> files() {
            return List.of(customers, products, sales);
        }
    }

    @Test
    void makesTheSameWarehouse() {
        JqwikSession.run(() -> {
            for (Shop shop : shops().sampleStream().limit(SHOPS).toList()) {
                List<String> first = null;
                for (int[] order : ORDERS) {
                    warehouse.emptyTables();
                    for (int file : order) {
                        warehouse.drop(
                                file + "-" + System.nanoTime() + ".csv",
                                shop.files().get(file).getBytes(UTF_8));
                        assertThat(warehouse.run().status()).isEqualTo("succeeded");
                    }
                    warehouse.assertBooksBalance();
                    List<String> contents = starSchema();
                    first = first == null ? contents : first;
                    assertThat(contents)
                            .as(String.join("\n---\n", shop.files()))
                            .isEqualTo(first);
                }
            }
        });
    }

    private List<String> starSchema() {
        List<String> rows = new ArrayList<>();
        rows.addAll(warehouse.query("SELECT customer_id, name, city, source_line FROM dim_customer ORDER BY 1"));
        rows.addAll(warehouse.query("SELECT product_id, category, price, source_line FROM dim_product ORDER BY 1"));
        rows.addAll(warehouse.query("SELECT date FROM dim_date ORDER BY 1"));
        rows.addAll(warehouse.query("""
                SELECT sale_id, order_id, customer_id, product_id, date_key, quantity, unit_price, revenue, s.source_line
                FROM fact_sales s JOIN dim_customer USING (customer_key) JOIN dim_product USING (product_key)
                ORDER BY 1"""));
        rows.addAll(warehouse.query("SELECT sale_id FROM parked_sale ORDER BY 1"));
        rows.addAll(warehouse.query("SELECT month, sales, quantity, revenue, orders FROM rollup_month ORDER BY 1"));
        return rows;
    }

    private static Arbitrary<Shop> shops() {
        Arbitrary<String> customers = Combinators.combine(
                        Arbitraries.integers().between(1, 6), Arbitraries.of("Paris", "Lyon", ""))
                .as((customer, city) -> "C" + customer + ",Name " + customer + "," + city)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(lines -> file("customer_id,name,city", lines));
        Arbitrary<String> products = Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of("Books", "Toys"),
                        Arbitraries.of("2.5", "17", ""))
                .as((product, category, price) -> "P" + product + "," + category + "," + price)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(lines -> file("product_id,category,price", lines));
        Arbitrary<String> sales = Combinators.combine(
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.of("2024-01-31", "2024-02-29", "2024-02-30"),
                        Arbitraries.of("0", "1", "2", "3.5", "0.0001", "0.3333", "0.00001"),
                        Arbitraries.of("", "9.99", "x"))
                .as((order, customer, product, day, quantity, price) ->
                        "O" + order + ",C" + customer + ",P" + product + "," + day + "," + quantity + "," + price)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(lines -> file("order_id,customer_id,product_id,order_date,quantity,price", lines));
        return Combinators.combine(customers, products, sales).as(Shop::new);
    }

    private static String file(String header, List<String> lines) {
        return header + "\n" + String.join("\n", lines) + "\n";
    }
}
