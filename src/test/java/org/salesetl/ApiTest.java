package org.salesetl;

import static org.assertj.core.api.Assertions.assertThat;

import org.salesetl.HttpApi.Answer;
import org.springframework.beans.factory.annotation.Autowired;

/** A test of what the service answers over HTTP. */
public abstract class ApiTest extends WarehouseTest {

    @Autowired
    protected HttpApi api;

    /** Two customers of one name in two cities, one who never bought, two products, and five sales in three orders. */
    protected void loadShop() {
        warehouse.drop(
                "customers.csv",
                "customer_id,name,email,city",
                "C1,Ann Lee,ann@example.org,Paris",
                "C2,Ann Lee,,Łódź",
                "C3,Bo,,Paris");
        warehouse.drop(
                "products.csv",
                "product_id,name,category,price",
                "P1,\"Pen, blue\",Office,1.50",
                "P2,Lamp,Home,20.00",
                "P3,Sand,Garden,");
        warehouse.drop(
                "sales.csv",
                "sale_id,order_id,customer_id,product_id,order_date,quantity,price",
                "S1,O1,C1,P1,2025-01-06,10,",
                "S2,O1,C1,P2,2025-01-06,1,19.995",
                "S3,O1,C1,P1,2025-01-07,2,1.50",
                "S4,O2,C2,P2,2025-03-02,1,20.00",
                "S5,O3,C2,P3,2025-03-03,3,0.3333",
                "S6,O3,C2,P1,2025-02-30,3,1.00",
                "S7,O4,C9,P1,2025-03-04,1,1.00");
        assertThat(warehouse.run().status()).isEqualTo("succeeded");
    }

    protected static void assertProblem(Answer answer, int status, String detail) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("detail").asText()).contains(detail);
    }
}
