package org.salesetl.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.WarehouseTest;

/** A sheet with customer, product and sale in each row needs no other file. */
@Tag("variants")
class WideFileTest extends WarehouseTest {

    private static final String HEADER =
            "Order ID,Order Date,Customer ID,Customer Name,City,Product ID,Product Name,Category,Quantity,Sales";

    @Test
    void makesEveryCustomerAndProductKnownThatItNames() {
        warehouse.drop(
                "shop.csv",
                HEADER,
                "O1,2024-01-31,C1,Ann,Paris,P1,Pen,Office,2,5.00",
                "O1,2024-01-31,C1,Ann,Paris,P2,Ink,Office,1,1.50",
                "O2,2024-02-01,C2,,,P1,Pen,Office,4,10.00");

        warehouse.run();

        assertThat(warehouse.entry("shop.csv").outcomes()).containsExactly(3, 3, 0, 0, 0, 0);
        assertThat(customers()).containsExactly("C1|Ann|Paris|2", "C2|C2|Unknown|4");
        assertThat(products()).containsExactly("P1|Pen|Office|2", "P2|Ink|Office|3");
        assertThat(brought("shop.csv")).isEqualTo("2|2|0");
        warehouse.assertBooksBalance();
    }

    @Test
    void takesTheLineTotalForTheRevenueAsItIs() {
        warehouse.drop(
                "shop.csv",
                HEADER,
                "O1,2024-01-31,C1,Ann,Paris,P1,Pen,Office,3,10.00",
                "O2,2024-01-31,C1,Ann,Paris,P1,Pen,Office,7,0.01",
                "O3,2024-01-31,C1,Ann,Paris,P1,Pen,Office,0.35,10");

        warehouse.run();

        assertThat(warehouse.query("SELECT quantity, unit_price, revenue FROM fact_sales ORDER BY sale_key"))
                .containsExactly("3.0000|3.3333|10.0000", "7.0000|0.0014|0.0100", "0.3500|28.5714|10.0000");
        assertThat(warehouse.query("SELECT revenue FROM rollup_month")).containsExactly("20.0100");
    }

    @Test
    void goesByTheUnitPriceWhereThereIsOne() {
        warehouse.drop(
                "shop.csv",
                HEADER + ",Unit Price",
                "O1,2024-01-31,C1,Ann,Paris,P1,Pen,Office,3,7.50,2.50",
                "O2,2024-01-31,C1,Ann,Paris,P1,Pen,Office,3,10.00,");

        warehouse.run();

        assertThat(warehouse.query("SELECT unit_price, revenue FROM fact_sales ORDER BY sale_key"))
                .containsExactly("2.5000|7.5000", "3.3333|10.0000");
    }

    @Test
    void rejectsATotalWithAnotherSignThanTheQuantity() {
        warehouse.drop("shop.csv", HEADER, "O1,2024-01-31,C1,Ann,Paris,P1,Pen,Office,3,-10.00");

        warehouse.run();

        assertThat(warehouse.entry("shop.csv").reasons()).containsOnlyKeys("negative_price");
        assertThat(customers()).as("a rejected row changes nothing").isEmpty();
    }

    @Test
    void letsTheFirstRowOfTheFileWinAndCountsTheOthers() {
        warehouse.drop(
                "shop.csv",
                HEADER,
                "O1,2024-01-31,C1,,Paris,P1,Pen,Office,2,5.00",
                "O2,2024-01-31,C1,Ann,Lyon,P1,Pen,Office,2,5.00",
                "O3,2024-01-31,C1,Bo,,P1,Pencil,Art,2,5.00",
                "O4,2024-01-31,C1,Ann,Paris,P1,Pen,Office,2,5.00");

        warehouse.run();

        assertThat(customers()).containsExactly("C1|Ann|Paris|2");
        assertThat(products()).containsExactly("P1|Pen|Office|2");
        assertThat(brought("shop.csv")).isEqualTo("1|1|2");
    }

    @Test
    void neverOverwritesWhatAProperFileHasSet() {
        warehouse.drop("customers.csv", "customer_id,name,email,city", "C1,Anna,anna@example.org,Rome", "C2,,,");
        warehouse.drop("products.csv", "product_id,name,category,price", "P1,Fountain pen,,2.50");
        warehouse.run();

        warehouse.drop(
                "shop.csv",
                HEADER,
                "O1,2024-01-31,C1,Ann,Paris,P1,Pen,Office,2,5.00",
                "O1,2024-01-31,C2,Bo,Lyon,P1,,,2,5.00");
        warehouse.run();

        assertThat(customers()).containsExactly("C1|Anna|Rome|2", "C2|Bo|Lyon|3");
        assertThat(products()).containsExactly("P1|Fountain pen|Office|2");
    }

    @Test
    void yieldsToAProperFileThatComesLater() {
        warehouse.drop("a.csv", HEADER, "O1,2024-01-31,C1,Ann,Paris,P1,Pen,Office,2,5.00");
        warehouse.run();
        warehouse.drop("b.csv", HEADER, "O2,2024-01-31,C1,Ann,Lyon,P1,Pen,Art,2,5.00");
        warehouse.run();
        assertThat(customers()).as("the newer wide file wins").containsExactly("C1|Ann|Lyon|2");

        warehouse.drop("customers.csv", "customer_id,city", "C1,Lyon");
        warehouse.run();
        assertThat(warehouse.entry("customers.csv").outcomes()).containsExactly(1, 0, 0, 1, 0, 0);

        warehouse.drop("c.csv", HEADER, "O3,2024-01-31,C1,Ann,Nice,P1,Pen,Art,2,5.00");
        warehouse.run();
        assertThat(customers()).as("even one that says the same").containsExactly("C1|Ann|Lyon|2");
    }

    @Test
    void setsParkedSalesFreeThatWaitedForWhatItNames() {
        warehouse.drop(
                "sales.csv",
                "order_id,order_date,customer_id,product_id,quantity,price",
                "O1,2024-01-31,C1,P1,1,2.50",
                "O2,2024-01-31,C9,P1,1,2.50");
        warehouse.run();
        assertThat(warehouse.entry("sales.csv").parked()).isEqualTo(2);

        warehouse.drop("shop.csv", HEADER, "O3,2024-02-01,C1,Ann,Paris,P1,Pen,Office,2,5.00");
        warehouse.run();

        assertThat(warehouse.entry("shop.csv").outcomes()).containsExactly(1, 1, 0, 0, 0, 0);
        assertThat(warehouse.entry("shop.csv").released()).isEqualTo(1);
        assertThat(warehouse.query("SELECT order_id FROM fact_sales ORDER BY order_id"))
                .containsExactly("O1", "O3");
        assertThat(warehouse.query("SELECT month, sales, revenue FROM rollup_month ORDER BY month"))
                .containsExactly("202401|1|2.5000", "202402|1|5.0000");
    }

    @Test
    void changesNothingWhenItComesAgainAndWhatHasChangedWhenItIsCorrected() {
        String[] lines = {
            HEADER, "O1,2024-01-31,C1,Ann,Paris,P1,Pen,Office,2,5.00", "O2,2024-01-31,C2,Bo,Lyon,P1,Pen,Office,3,10.00"
        };
        warehouse.drop("shop.csv", lines);
        warehouse.run();

        lines[2] = "O2,2024-01-31,C2,Bo,Lyon,P1,Pen,Office,3,10.01";
        warehouse.drop("shop.csv", lines);
        warehouse.run();

        assertThat(warehouse.entry("shop.csv").outcomes()).containsExactly(2, 0, 1, 1, 0, 0);
        assertThat(warehouse.query("SELECT unit_price, revenue FROM fact_sales ORDER BY order_id"))
                .containsExactly("2.5000|5.0000", "3.3367|10.0100");
        assertThat(warehouse.query("SELECT revenue FROM rollup_month")).containsExactly("15.0100");
        assertThat(warehouse.reload().status()).isEqualTo("succeeded");
        assertThat(warehouse.query("SELECT revenue FROM rollup_month")).containsExactly("15.0100");
    }

    private List<String> customers() {
        return warehouse.query("SELECT customer_id, name, city, source_line FROM dim_customer ORDER BY customer_id");
    }

    private List<String> products() {
        return warehouse.query("SELECT product_id, name, category, source_line FROM dim_product ORDER BY product_id");
    }

    private String brought(String file) {
        return warehouse
                .query("SELECT customers_added, products_added, warnings FROM etl_file WHERE name = ?", file)
                .get(0);
    }
}
