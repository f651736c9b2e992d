package org.salesetl.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.salesetl.ApiTest;

/** The expected figures were computed by hand from the seven sales of the shop. One of the sales is rejected, and one is parked. */
@Tag("variants")
class MetricApiTest extends ApiTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    top-customers         | [["C1","Ann Lee",38.00],["C2","Ann Lee",21.00]]
                    monthly-revenue       | [["2025-01",38.00],["2025-03",21.00]]
                    best-selling-products | [["P1","Pen, blue",12],["P3","Sand",3],["P2","Lamp",2]]
                    category-revenue      | [["Home",40.00],["Office",18.00],["Garden",1.00]]
                    average-order-value   | [["2025-01",38.00],["2025-03",10.50]]
                    orders-per-weekday    | [["Monday",2],["Tuesday",1],["Wednesday",0],["Thursday",0],["Friday",0],["Saturday",0],["Sunday",1]]
                    quantity-per-category | [["Office",12],["Garden",3],["Home",2]]
                    top-cities            | [["Paris",38.00],["Łódź",21.00]]
                    customer-distribution | [["Paris",2],["Łódź",1]]
                    price-vs-quantity     | [["P1","Pen, blue",1.50,12],["P3","Sand",0.3333,3],["P2","Lamp",20.00,2]]
                    """)
    void answersEachQuestion(String slug, String rows) {
        loadShop();

        JsonNode answer = api.get("/api/metrics/" + slug).json();

        assertThat(answer.path("metric").asText()).isEqualTo(slug);
        assertThat(answer.path("rows").toString()).isEqualTo(rows);
        assertThat(answer.path("rows").get(0).size())
                .isEqualTo(answer.path("columns").size());
        assertThat(answer.path("filters").toString()).isEqualTo("{}");
        assertThat(answer.path("asOf").asText()).endsWith("Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    monthly-revenue?from=2025-01-07&to=2025-03-02       | [["2025-01",3.00],["2025-03",20.00]]
                    monthly-revenue?from=2025-03-03                     | [["2025-03",1.00]]
                    monthly-revenue?to=2025-01-06                       | [["2025-01",35.00]]
                    category-revenue?category=Office&category=Garden    | [["Office",18.00],["Garden",1.00]]
                    category-revenue?city=%C5%81%C3%B3d%C5%BA           | [["Home",20.00],["Garden",1.00]]
                    top-cities?category=Home&city=Paris&from=2025-01-01 | [["Paris",20.00]]
                    customer-distribution?city=Paris                    | [["Paris",2]]
                    customer-distribution?category=Home                 | [["Paris",1],["Łódź",1]]
                    customer-distribution?from=2025-03-01               | [["Łódź",1]]
                    orders-per-weekday?category=Garden                  | [["Monday",1],["Tuesday",0],["Wednesday",0],["Thursday",0],["Friday",0],["Saturday",0],["Sunday",0]]
                    monthly-revenue?by=week&to=2025-01-31               | [["2025-01-06",38.00]]
                    monthly-revenue?by=day&category=Office&to=2025-01-31 | [["2025-01-06",15.00],["2025-01-07",3.00]]
                    monthly-revenue?by=month&to=2025-01-06              | [["2025-01",35.00]]
                    average-order-value?by=day&to=2025-01-31            | [["2025-01-06",35.00],["2025-01-07",3.00]]
                    monthly-revenue?by=day&city=Nowhere                 | []
                    top-cities?from=&to=&category=&city=                | [["Paris",38.00],["Łódź",21.00]]
                    """)
    void answersForASlice(String path, String rows) {
        loadShop();

        assertThat(api.get("/api/metrics/" + path).json().path("rows").toString())
                .isEqualTo(rows);
    }

    @Test
    void returnsTheFiltersOfTheRequest() {
        assertThat(api.get("/api/metrics/top-cities?city=A&city=B&category=C&from=2025-01-01&to=2025-01-01")
                        .json()
                        .path("filters")
                        .toString())
                .isEqualTo(
                        "{\"from\":\"2025-01-01\",\"to\":\"2025-01-01\",\"category\":[\"C\"],\"city\":[\"A\",\"B\"]}");
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void hasAnEmptyAnswerForAnUnknownValueOfAFilter(Metric metric) {
        loadShop();

        for (String filter : new String[] {"category=nope", "city=paris", "city=Paris%25", "from=2031-01-01"}) {
            JsonNode rows = api.get("/api/metrics/" + metric.slug() + "?" + filter)
                    .json()
                    .path("rows");
            if (metric == Metric.ORDERS_PER_WEEKDAY) {
                assertThat(rows).hasSize(7).allMatch(row -> row.get(1).asInt() == 0);
            } else {
                assertThat(rows).as(filter).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void answersAnEmptyWarehouse(Metric metric) {
        JsonNode answer = api.get("/api/metrics/" + metric.slug()).json();

        assertThat(answer.path("rows")).hasSize(metric == Metric.ORDERS_PER_WEEKDAY ? 7 : 0);
        assertThat(answer.path("asOf").isNull()).isTrue();
    }

    @Test
    void ordersEqualValuesByKeyCodePointByCodePoint() {
        warehouse.drop("customers.csv", "customer_id,city", "C1,a", "C2,B", "C3,Z", "C4,É", "C5,é", "C6,E", "C7,😀");
        warehouse.run();

        assertThat(api.get("/api/metrics/customer-distribution")
                        .json()
                        .path("rows")
                        .toString())
                .isEqualTo("[[\"B\",1],[\"E\",1],[\"Z\",1],[\"a\",1],[\"É\",1],[\"é\",1],[\"😀\",1]]");
    }

    @Test
    void roundsSumsAndQuotientsOnceHalfUp() {
        warehouse.drop("customers.csv", "customer_id,city", "C1,Paris");
        warehouse.drop("products.csv", "product_id,category", "P1,Pens");
        warehouse.drop(
                "sales.csv",
                "order_id,customer_id,product_id,order_date,quantity,price",
                "O1,C1,P1,2025-01-01,1,0.0025",
                "O2,C1,P1,2025-01-01,1,0.0025",
                "O3,C1,P1,2025-02-01,1,0.02",
                "O4,C1,P1,2025-02-01,1,0.01",
                "O5,C1,P1,2025-02-01,1,0.0149");
        warehouse.run();

        assertThat(api.get("/api/metrics/monthly-revenue").json().path("rows").toString())
                .isEqualTo("[[\"2025-01\",0.01],[\"2025-02\",0.04]]");
        assertThat(api.get("/api/metrics/average-order-value")
                        .json()
                        .path("rows")
                        .toString())
                .isEqualTo("[[\"2025-01\",0.00],[\"2025-02\",0.01]]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    from=31.01.2025                | from: expected a date such as 2025-01-31 but found 31.01.2025
                    to=2025-02-30                  | to: expected a date such as 2025-01-31 but found 2025-02-30
                    from=2025-02-01&to=2025-01-01  | to: expected a date that is not before from, 2025-02-01 but found 2025-01-01
                    from=2025-01-01&from=2025-01-02 | from: expected one value but found 2 values
                    by=day                         | by: expected nothing, as top-cities is not over time but found day
                    by=year                        | by: expected one of day, week, month but found year
                    """)
    void saysWhatIsWrongWithAFilter(String query, String detail) {
        assertProblem(api.get("/api/metrics/top-cities?" + query), 400, detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    top-customers?measure=profit         | Gross profit by customer | customer_id,name,revenue,costed_revenue,profit | [["C1","Ann",40.00,40.00,10.00],["C2","Ben",29.50,20.00,-10.00]]
                    top-customers?measure=orders         | Orders by customer       | customer_id,name,orders                        | [["C1","Ann",2],["C2","Ben",1]]
                    best-selling-products?measure=profit | Gross profit by product  | product_id,name,revenue,costed_revenue,profit  | [["P1","Pen",30.00,30.00,15.00],["P2","Lamp",30.00,30.00,-15.00]]
                    best-selling-products?measure=orders | Orders by product        | product_id,name,orders                         | [["P1","Pen",2],["P2","Lamp",2],["P3","Cup",1]]
                    best-selling-products?measure=units  | Units sold by product    | product_id,name,quantity                       | [["P1","Pen",6],["P2","Lamp",3],["P3","Cup",1]]
                    category-revenue?measure=orders      | Orders by category       | category,orders                                | [["Office",3],["Home",1]]
                    category-revenue?measure=profit      | Gross profit by category | category,revenue,costed_revenue,profit         | [["Office",60.00,60.00,0.00]]
                    quantity-per-category?measure=revenue | Revenue by category     | category,revenue                               | [["Office",60.00],["Home",9.50]]
                    top-cities?measure=units             | Units sold by city       | city,quantity                                  | [["Paris",7],["Lyon",3]]
                    top-cities?measure=orders            | Orders by city           | city,orders                                    | [["Paris",2],["Lyon",1]]
                    monthly-revenue?measure=profit       | Gross profit by month    | month,revenue,costed_revenue,profit            | [["2025-01",40.00,40.00,10.00],["2025-02",29.50,20.00,-10.00]]
                    monthly-revenue?measure=orders&by=day | Orders by day           | day,orders                                     | [["2025-01-06",1],["2025-01-07",1],["2025-02-03",1]]
                    monthly-revenue?measure=profit&by=week | Gross profit by week   | week,revenue,costed_revenue,profit             | [["2025-01-06",40.00,40.00,10.00],["2025-02-03",29.50,20.00,-10.00]]
                    orders-per-weekday?measure=revenue&from=2025-02-01 | Revenue by weekday | weekday,revenue                        | [["Monday",29.50],["Tuesday",0.00],["Wednesday",0.00],["Thursday",0.00],["Friday",0.00],["Saturday",0.00],["Sunday",0.00]]
                    """)
    void answersByAMeasure(String path, String title, String columns, String rows) {
        loadCostedShop();

        JsonNode answer = api.get("/api/metrics/" + path).json();

        assertThat(answer.path("title").asText()).isEqualTo(title);
        assertThat(answer.path("columns").toString()).isEqualTo("[\"" + columns.replace(",", "\",\"") + "\"]");
        assertThat(answer.path("rows").toString()).isEqualTo(rows);
    }

    /** Orders O1 to O3; nobody knows the cost of a cup. */
    private void loadCostedShop() {
        warehouse.drop("customers.csv", "customer_id,name,city", "C1,Ann,Paris", "C2,Ben,Lyon");
        warehouse.drop(
                "products.csv",
                "product_id,name,category,price,cost_price",
                "P1,Pen,Office,5.00,2.50",
                "P2,Lamp,Office,10.00,15.00",
                "P3,Cup,Home,9.50,");
        warehouse.drop(
                "sales.csv",
                "sale_id,order_id,customer_id,product_id,order_date,quantity",
                "S1,O1,C1,P1,2025-01-06,4",
                "S2,O1,C1,P2,2025-01-06,1",
                "S3,O2,C1,P1,2025-01-07,2",
                "S4,O3,C2,P2,2025-02-03,2",
                "S5,O3,C2,P3,2025-02-03,1");
        warehouse.run();
    }

    @Test
    void saysForWhatPartTheCostIsKnown() {
        loadCostedShop();

        JsonNode answer =
                api.get("/api/metrics/top-cities?measure=profit&city=Lyon").json();

        assertThat(answer.path("measure").asText()).isEqualTo("profit");
        assertThat(answer.path("cost").toString()).isEqualTo("{\"revenue\":29.50,\"costedRevenue\":20.00}");
        assertThat(api.get("/api/metrics/category-revenue.csv?measure=profit")
                        .text()
                        .lines())
                .containsExactly("category,revenue,costed_revenue,profit", "Office,60.00,60.00,0.00");
    }

    @Test
    void hasNoProfitWhereNoCostIsKnown() {
        loadShop();

        for (String slug : List.of("top-cities", "monthly-revenue", "best-selling-products", "orders-per-weekday")) {
            JsonNode answer =
                    api.get("/api/metrics/" + slug + "?measure=profit").json();
            assertThat(answer.path("rows")).isEmpty();
            assertThat(answer.path("cost").toString()).isEqualTo("{\"revenue\":58.99,\"costedRevenue\":0.00}");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    category-revenue?from=2025-01-01&to=2025-01-31   | {"from":"2024-01-01","to":"2024-01-31","values":{"Office":10.00}}
                    top-customers?from=2025-01-01&to=2025-01-31      | {"from":"2024-01-01","to":"2024-01-31","values":{"C2":10.00}}
                    best-selling-products?from=2025-01-01&to=2025-01-31&measure=orders | {"from":"2024-01-01","to":"2024-01-31","values":{"P1":1}}
                    monthly-revenue?from=2024-12-01&to=2025-03-31    | {"from":"2023-12-01","to":"2024-03-31","values":{"2025-01":10.00,"2025-02":5.00}}
                    monthly-revenue?from=2025-01-01&to=2025-03-31&by=day | {"from":"2024-01-01","to":"2024-03-31","values":{"2025-01-01":10.00}}
                    monthly-revenue?from=2025-01-01&to=2025-01-31&by=week | {"from":"2024-01-01","to":"2024-01-31","values":{"2024-12-30":10.00}}
                    top-cities?from=2025-02-01&to=2025-03-31         | {"from":"2024-02-01","to":"2024-02-03","values":{}}
                    """)
    void saysTheValuesOfTheYearBefore(String path, String before) {
        warehouse.drop("customers.csv", "customer_id,name,city", "C1,Ann,Paris", "C2,Ben,Lyon");
        warehouse.drop("products.csv", "product_id,name,category,price", "P1,Pen,Office,5.00", "P2,Lamp,Light,10.00");
        warehouse.drop(
                "sales.csv",
                "order_id,customer_id,product_id,order_date,quantity",
                "O1,C2,P1,2024-01-01,2",
                "O6,C2,P1,2024-02-29,1",
                "O2,C1,P2,2024-12-31,3",
                "O3,C2,P1,2025-01-03,4",
                "O5,C2,P1,2025-02-03,1");
        warehouse.run();

        JsonNode compared = api.get("/api/metrics/" + path + "&compare=year").json();

        assertThat(compared.path("before").toString()).isEqualTo(before);
        assertThat(compared.path("rows"))
                .isEqualTo(api.get("/api/metrics/" + path).json().path("rows"));
        assertThat(api.get("/charts/" + path.replace("?", ".png?") + "&compare=year")
                        .bytes())
                .isNotEqualTo(api.get("/charts/" + path.replace("?", ".png?")).bytes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    top-cities?compare=month&from=2025-01-01&to=2025-01-31           | compare: expected one of year but found month
                    top-cities?compare=year&from=2025-01-01                          | compare: expected from and to beside it but found year
                    price-vs-quantity?compare=year&from=2025-01-01&to=2025-01-31     | compare: expected nothing, as this chart has no year before but found year
                    """)
    void saysWhatIsWrongWithAComparison(String path, String detail) {
        assertProblem(api.get("/api/metrics/" + path), 400, detail);
    }

    @Test
    void addsNothingToAnAnswerWithoutAMeasure() {
        JsonNode answer = api.get("/api/metrics/top-cities").json();

        assertThat(answer.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("metric", "title", "columns", "rows", "filters", "asOf");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    top-cities?measure=margin            | measure: expected one of revenue, profit, units, orders but found margin
                    customer-distribution?measure=profit | measure: expected nothing, as this chart always counts customers but found profit
                    price-vs-quantity?measure=orders     | measure: expected nothing, as this chart always sets units against prices but found orders
                    average-order-value?measure=profit   | measure: expected nothing, as this chart always shows revenue per order but found profit
                    """)
    void saysWhatIsWrongWithAMeasure(String path, String detail) {
        assertProblem(api.get("/api/metrics/" + path), 400, detail);
        assertProblem(api.get("/charts/" + path.replace("?", ".png?")), 400, detail);
    }

    @Test
    void namesTheFirstColumnAfterTheLengthOfThePeriods() {
        loadShop();

        assertThat(api.get("/api/metrics/average-order-value?by=week")
                        .json()
                        .path("columns")
                        .toString())
                .isEqualTo("[\"week\",\"average_order_value\"]");
        assertThat(api.get("/api/metrics/monthly-revenue.csv?by=day&to=2025-01-31")
                        .text()
                        .lines())
                .containsExactly("day,revenue", "2025-01-06,35.00", "2025-01-07,3.00");
        assertThat(api.get("/api/key-figures?by=week&to=2025-01-31")
                        .json()
                        .path("trend")
                        .get(0)
                        .path("period")
                        .asText())
                .isEqualTo("2025-01-06");
    }

    @Test
    void saysWhichMetricsThereAre() {
        assertProblem(
                api.get("/api/metrics/best-customers"),
                404,
                "There is no metric best-customers; there are top-customers, monthly-revenue");
    }

    @Test
    void ignoresHeadersThatAreNamedLikeFilters() {
        loadShop();

        JsonNode rows = api.get("/api/metrics/top-cities", "City", "nope", "CamelSqlQuery", "SELECT 1", "slug", "x")
                .json()
                .path("rows");

        assertThat(rows).hasSize(2);
    }
}
