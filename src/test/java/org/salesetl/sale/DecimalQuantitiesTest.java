package org.salesetl.sale;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesetl.ApiTest;

/** What is sold by weight: exact from the file to every page, and written with no more digits than it has. */
@Tag("variants")
class DecimalQuantitiesTest extends ApiTest {

    @BeforeEach
    void loadAGrocer() {
        warehouse.drop("customers.csv", "customer_id,name,city", "C1,Ann,Paris", "C2,Bo,Łódź");
        warehouse.drop(
                "products.csv",
                "product_id,name,category,price",
                "P1,Apples,Fruit,1.99",
                "P2,Bag,Home,0.10",
                "P3,Kale,Fruit,");
        warehouse.drop(
                "sales.csv",
                "sale_id,order_id,customer_id,product_id,order_date,quantity,price",
                "S1,O1,C1,P1,2025-01-06,0.350,",
                "S2,O1,C1,P2,2025-01-06,6.0,",
                "S3,O2,C2,P1,2025-01-07,12.6501,",
                "S4,O2,C2,P3,2025-01-07,0.0001,0.1",
                "S5,O3,C2,P3,2025-01-07,1.00001,0.1");
        warehouse.run();
    }

    @Test
    void areStoredAsTheyCameAndMakeTheRevenue() {
        assertThat(warehouse.entry("sales.csv").reasons()).containsOnlyKeys("bad_quantity");
        assertThat(warehouse.query("SELECT sale_id, quantity, unit_price, revenue FROM fact_sales ORDER BY sale_id"))
                .containsExactly(
                        "S1|0.3500|1.9900|0.6965",
                        "S2|6.0000|0.1000|0.6000",
                        "S3|12.6501|1.9900|25.1737",
                        "S4|0.0001|0.1000|0.0000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    best-selling-products           | [["P1","Apples",13.0001],["P2","Bag",6],["P3","Kale",0.0001]]
                    best-selling-products?city=Paris | [["P2","Bag",6],["P1","Apples",0.35]]
                    quantity-per-category           | [["Fruit",13.0002],["Home",6]]
                    quantity-per-category?to=2025-01-06 | [["Home",6],["Fruit",0.35]]
                    price-vs-quantity?city=Paris    | [["P2","Bag",0.10,6],["P1","Apples",1.99,0.35]]
                    monthly-revenue                 | [["2025-01",26.47]]
                    """)
    void areAddedUpExactly(String path, String rows) {
        assertThat(api.get("/api/metrics/" + path).json().path("rows").toString())
                .isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sort=quantity                     | [["S4",0.0001],["S1",0.35],["S2",6],["S3",12.6501]]
                    sort=quantity&order=desc&limit=2  | [["S3",12.6501],["S2",6]]
                    quantity=0.35                     | [["S1",0.35]]
                    quantity=0.3500                   | [["S1",0.35]]
                    quantity=6                        | [["S2",6]]
                    quantity=0.0002..6.0&sort=sale_id | [["S1",0.35],["S2",6]]
                    quantity=12.65                    | []
                    """)
    void areFoundAndSorted(String query, String rows) {
        assertThat(api.get("/api/data/fact_sales?column=sale_id&column=quantity&" + query)
                        .json()
                        .path("rows")
                        .toString())
                .isEqualTo(rows);
    }

    @Test
    void areWrittenWithoutZerosAtTheEndToFiles() throws IOException {
        assertThat(api.get("/api/data/fact_sales.csv?column=sale_id&column=quantity&sort=sale_id")
                        .text()
                        .lines())
                .containsExactly("sale_id,quantity", "S1,0.35", "S2,6", "S3,12.6501", "S4,0.0001");
        assertThat(api.get("/api/metrics/best-selling-products.csv").text().lines())
                .containsExactly("product_id,name,quantity", "P1,Apples,13.0001", "P2,Bag,6", "P3,Kale,0.0001");
        try (ReadableWorkbook workbook = new ReadableWorkbook(
                new ByteArrayInputStream(api.get("/api/data/fact_sales.xlsx?column=quantity&sort=sale_id")
                        .bytes()))) {
            assertThat(workbook.getFirstSheet().read())
                    .extracting(row -> row.getCellRawValue(0).orElse(""))
                    .containsExactly("quantity", "0.35", "6", "12.6501", "0.0001");
        }
    }

    @Test
    void areShownOnEveryPage() {
        assertThat(api.get("/data/fact_sales").text()).contains(">0.35<", ">6<", ">12.6501<");
        assertThat(api.get("/facts").text()).contains(">0.35<", ">6<", ">12.6501<");
        assertThat(api.get("/api/facts?customer=C1").text()).contains("\"quantity\":0.35", "\"quantity\":6,");
        assertThat(api.get("/api/key-figures").text()).contains("\"units\":19.0002");
        assertThat(api.get("/analytics?period=all").text()).contains(">19.0002<", ">13.0001<", "13.0001");
        for (String slug : new String[] {"best-selling-products", "quantity-per-category", "price-vs-quantity"}) {
            assertThat(api.get("/charts/" + slug + ".png").status()).isEqualTo(200);
        }
    }

    @Test
    void comeBackFromTheQuarantine() {
        String rejects = api.get("/api/quarantine.csv?file=sales.csv").text();
        assertThat(rejects).contains("S5,O3,C2,P3,2025-01-07,1.00001,0.1");

        warehouse.drop("fixed.csv", rejects.replace("1.00001", "1.0001").getBytes(UTF_8));
        warehouse.run();

        assertThat(warehouse.query("SELECT quantity, revenue FROM fact_sales WHERE sale_id = 'S5'"))
                .containsExactly("1.0001|0.1000");
        assertThat(api.get("/api/metrics/quantity-per-category")
                        .json()
                        .path("rows")
                        .toString())
                .isEqualTo("[[\"Fruit\",14.0003],[\"Home\",6]]");
        assertThat(warehouse.reload().status()).isEqualTo("succeeded");
        assertThat(api.get("/api/metrics/quantity-per-category?from=2025-01-01")
                        .json()
                        .path("rows")
                        .toString())
                .isEqualTo("[[\"Fruit\",14.0003],[\"Home\",6]]");
        warehouse.assertBooksBalance();
    }
}
