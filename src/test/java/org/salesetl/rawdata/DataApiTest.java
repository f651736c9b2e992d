package org.salesetl.rawdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.component.sql.SqlEndpoint;
import org.apache.camel.component.sql.SqlOutputType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.salesetl.ApiTest;
import org.salesetl.HttpApi.Answer;
import org.springframework.beans.factory.annotation.Autowired;

class DataApiTest extends ApiTest {

    @Autowired
    private CamelContext context;

    @Test
    void showsEveryRowWithItsFileAndLine() {
        loadShop();

        JsonNode answer = api.get("/api/data/fact_sales?sort=sale_id").json();

        assertThat(answer.path("table").asText()).isEqualTo("fact_sales");
        assertThat(answer.path("total").asInt()).isEqualTo(5);
        assertThat(answer.path("columns").toString())
                .isEqualTo(
                        "[\"sale_key\",\"sale_id\",\"order_id\",\"customer_key\",\"customer\",\"product_key\",\"product\",\"date_key\",\"date\","
                                + "\"quantity\",\"unit_price\",\"revenue\",\"cost\",\"city\",\"original_currency\",\"original_amount\",\"file\",\"line\"]");
        JsonNode row = answer.path("rows").get(1);
        assertThat(row.get(1).asText()).isEqualTo("S2");
        assertThat(row.get(4).asText()).isEqualTo("Ann Lee");
        assertThat(row.get(10).decimalValue()).isEqualByComparingTo("19.995");
        assertThat(row.get(16).asText()).isEqualTo("sales.csv");
        assertThat(row.get(17).asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(DataTable.class)
    void sortsByEveryColumnBothWays(DataTable table) {
        loadShop();

        for (String column : table.columns()) {
            JsonNode ascending = rows(table, "sort=" + column + "&order=asc");
            JsonNode descending = rows(table, "sort=" + column + "&order=desc");
            int place = table.columns().indexOf(column);
            assertThat(ascending.size()).as(column).isGreaterThanOrEqualTo(3);
            assertThat(descending.get(0).get(place))
                    .as(column)
                    .isEqualTo(ascending.get(ascending.size() - 1).get(place));
        }
    }

    @Test
    void servesAllRowsThatMatchAsCsv() {
        loadShop();
        warehouse.drop("more.csv", "customer_id,name,city", "C7,=1+1,\"a,b\"");
        warehouse.run();

        Answer answer = api.get("/api/data/dim_customer.csv?q=C7&limit=1&sort=name");

        assertThat(answer.header("Content-Type")).hasValue("text/csv;charset=utf-8");
        assertThat(answer.text().lines())
                .containsExactly(
                        "customer_key,customer_id,name,email,city,file,line",
                        warehouse
                                        .query("SELECT customer_key FROM dim_customer WHERE customer_id = 'C7'")
                                        .get(0)
                                + ",C7,'=1+1,,\"a,b\",more.csv,2");
        assertThat(api.get("/api/data/fact_sales.csv").text().lines()).hasSize(6);
        assertThat(api.get("/api/data/passwords.csv").status()).isEqualTo(404);
    }

    /** A driver that reads all rows at once needs memory for all rows. */
    @Test
    void readsOneRowAtATimeFromTheServer() {
        assertThat(context.getEndpoints().stream()
                        .filter(SqlEndpoint.class::isInstance)
                        .map(SqlEndpoint.class::cast)
                        .filter(endpoint -> endpoint.getOutputType() == SqlOutputType.StreamList)
                        .map(SqlEndpoint::getPrepareStatementStrategy))
                .isNotEmpty()
                .allSatisfy(strategy -> {
                    AtomicInteger fetchSize = new AtomicInteger();
                    PreparedStatement statement = (PreparedStatement) Proxy.newProxyInstance(
                            getClass().getClassLoader(),
                            new Class<?>[] {PreparedStatement.class},
                            (proxy, method, arguments) -> {
                                if (method.getName().equals("setFetchSize")) {
                                    fetchSize.set((int) arguments[0]);
                                }
                                return null;
                            });
                    strategy.populateStatement(statement, Collections.emptyIterator(), 0);
                    assertThat(fetchSize).hasValue(Integer.MIN_VALUE);
                });
    }

    @Test
    void servesAllRowsThatMatchAsAWorkbook() throws IOException {
        loadShop();

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(
                api.get("/api/data/fact_sales.xlsx?sort=sale_id").bytes()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(6);
            assertThat(rows.get(0).getCellText(1)).isEqualTo("sale_id");
            assertThat(rows.get(2).getCellText(1)).isEqualTo("S2");
            assertThat(rows.get(2).getCellAsNumber(10).orElseThrow()).isEqualByComparingTo("19.995");
            assertThat(rows.get(0).getCellText(8)).isEqualTo("date");
            assertThat(rows.get(2).getCellAsDate(8).orElseThrow().toLocalDate()).isEqualTo("2025-01-06");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    dim_customer?q=ann     | 2
                    dim_customer?q=paris   | 2
                    dim_customer?q=C3      | 1
                    dim_customer?q=%25     | 0
                    dim_customer?q=_       | 0
                    dim_customer?q=%5C     | 0
                    dim_customer?q=%27     | 0
                    dim_product?q=Pen,     | 1
                    dim_date?q=2025-03     | 2
                    fact_sales?q=o1        | 3
                    """)
    void searchesTextInUpperAndLowerCase(String path, int found) {
        loadShop();

        JsonNode answer = api.get("/api/data/" + path).json();

        assertThat(answer.path("total").asInt()).isEqualTo(found);
        assertThat(answer.path("rows")).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    dim_customer?city=Paris                     | 2
                    dim_customer?city=paris                     | 0
                    dim_customer?city=P*                        | 2
                    dim_customer?city=%22P*%22                  | 0
                    dim_customer?customer_id=C2..               | 2
                    dim_customer?customer_id=..C1               | 1
                    dim_customer?name=%25                       | 0
                    dim_customer?city=P*&customer_id=C1         | 1
                    dim_customer?city=Paris&q=ann               | 1
                    dim_customer?city=%27%20OR%201%3D1%20--     | 0
                    dim_date?date=2025-03*                      | 2
                    fact_sales?quantity=2..3&file=sales.csv     | SELECT COUNT(*) FROM fact_sales WHERE quantity BETWEEN 2 AND 3
                    fact_sales?revenue=20..                     | SELECT COUNT(*) FROM fact_sales WHERE revenue >= 20
                    """)
    void showsOnlyRowsThatMatchTheFilters(String path, String expected) {
        loadShop();
        int rows = expected.startsWith("SELECT")
                ? Integer.parseInt(warehouse.query(expected).get(0).toString())
                : Integer.parseInt(expected);

        JsonNode answer = api.get("/api/data/" + path).json();

        assertThat(answer.path("total").asInt()).isEqualTo(rows);
        assertThat(answer.path("rows")).hasSize(rows);
    }

    @Test
    void showsOnlyTheColumnsOfTheRequest() {
        loadShop();

        assertThat(api.get("/api/data/dim_customer?column=name&column=customer_id&customer_id=C1")
                        .json()
                        .path("columns")
                        .toString())
                .isEqualTo("[\"customer_id\",\"name\"]");
        assertThat(api.get("/api/data/dim_customer.csv?column=customer_id&customer_id=C1..C2&sort=customer_id")
                        .text()
                        .lines())
                .containsExactly("customer_id", "C1", "C2");
    }

    @ParameterizedTest
    @EnumSource(DataTable.class)
    void hasTheSameRowsOnPagesThatSkipByIndex(DataTable table) {
        loadShop();

        for (String sort : table.indexed()) {
            for (String order : List.of("asc", "desc")) {
                String sorted = "&sort=" + sort + "&order=" + order;
                List<JsonNode> all = new ArrayList<>();
                rows(table, "limit=500" + sorted).forEach(all::add);
                List<JsonNode> paged = new ArrayList<>();
                for (int offset = 0; offset < all.size(); offset += 2) {
                    rows(table, "limit=2&offset=" + offset + sorted).forEach(paged::add);
                }
                assertThat(paged).as(sorted).isEqualTo(all).isNotEmpty();
            }
        }
    }

    @Test
    void servesARangeOfRows() {
        loadShop();

        assertThat(rows(DataTable.FACT_SALES, "limit=2&offset=4&sort=sale_id")).hasSize(1);
        assertThat(rows(DataTable.FACT_SALES, "limit=2&offset=2&sort=sale_id")
                        .get(0)
                        .get(1)
                        .asText())
                .isEqualTo("S3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    limit=501                | limit: expected a whole number from 1 to 500 but found 501
                    offset=-1                | offset: expected a whole number from 0
                    sort=password            | sort: expected one of customer_key, customer_id
                    sort=name;DROP           | sort: expected one of customer_key, customer_id
                    order=sideways           | order: expected one of asc, desc but found sideways
                    column=password          | column: expected one of customer_key, customer_id
                    line=many                | line: expected a number such as 5, or from and to such as 5..10 but found many
                    line=1..many             | line: expected a number such as 5, or from and to such as 5..10 but found 1..many
                    """)
    void saysWhatIsWrongWithARequest(String query, String detail) {
        assertProblem(api.get("/api/data/dim_customer?" + query), 400, detail);
    }

    @ParameterizedTest
    @CsvSource({"etl_file", "DIM_CUSTOMER", "information_schema.tables", "dim_customer%20c"})
    void showsNoOtherTable(String table) {
        assertProblem(api.get("/api/data/" + table), 404, "there are dim_customer, dim_product, dim_date, fact_sales");
    }

    private JsonNode rows(DataTable table, String query) {
        return api.get("/api/data/" + table.label() + "?" + query).json().path("rows");
    }
}
