package org.salesetl.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.salesetl.WarehouseTest;

/** What sales have cost: as their file says, or else as their products cost when they load. */
class SaleCostTest extends WarehouseTest {

    private static final String COSTS = "SELECT sale_id, revenue, cost FROM fact_sales ORDER BY sale_id";

    @Test
    void takesTheCostOfTheProductAtTheTimeOfTheLoad() {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.drop("products.csv", "product_id,price,cost_price", "P1,10,4.5", "P2,10,");
        warehouse.drop(
                "sales.csv",
                "sale_id,customer_id,product_id,order_date,quantity",
                "S1,C1,P1,2025-01-31,2",
                "S2,C1,P2,2025-01-31,2",
                "S3,C1,P1,2025-01-31,0.3333");
        warehouse.run();
        warehouse.drop("dearer.csv", "product_id,price,cost_price", "P1,10,5");
        warehouse.drop("later.csv", "sale_id,customer_id,product_id,order_date,quantity", "S4,C1,P1,2025-02-28,1");
        warehouse.run();

        assertThat(warehouse.query(COSTS))
                .containsExactly("S1|20.0000|9.0000", "S2|20.0000|null", "S3|3.3330|1.4999", "S4|10.0000|5.0000");
        warehouse.assertRollupsAreExact();
    }

    @Test
    void takesTheCostThatTheFileBrings() {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.drop("products.csv", "product_id,cost_price", "P1,4.5");
        drop("a-total.csv", "amount,cost", "A1", "30,12.5");
        drop("b-one.csv", "price,unit cost", "B1", "10,4");
        drop("c-one-beside-a-price.csv", "price,cost", "C1", "10,4");
        drop("d-profit.csv", "amount,profit", "D1", "30,-1.25");
        drop("e-first-that-is-filled.csv", "amount,cost,profit", "E1", "30,,10");
        drop("f-no-number.csv", "amount,profit", "F1", "30,n/a");
        warehouse.run();

        assertThat(warehouse.query(COSTS))
                .containsExactly(
                        "A1|30.0000|12.5000",
                        "B1|30.0000|12.0000",
                        "C1|30.0000|12.0000",
                        "D1|30.0000|31.2500",
                        "E1|30.0000|20.0000",
                        "F1|30.0000|13.5000");
        assertThat(warehouse.count("SELECT SUM(rejected) FROM etl_file")).isZero();
        warehouse.assertRollupsAreExact();
    }

    @Test
    void readsMarginsByAMapping() {
        warehouse.addMapping("margins.yaml", """
                name: Shop with margins
                kind: sales
                recognised_by: [Beleg, Spanne]
                columns:
                  order_id: Beleg
                  customer_id: Kunde
                  product_id: Artikel
                  order_date: Datum
                  quantity: Menge
                  amount: Umsatz
                  margin: Spanne
                """);
        warehouse.drop(
                "spannen.csv",
                "Beleg,Kunde,Artikel,Datum,Menge,Umsatz,Spanne",
                "1,C1,P1,2025-01-31,3,30,35 %",
                "2,C1,P1,2025-01-31,3,30,0.25",
                "3,C1,P1,2025-01-31,3,30,");
        warehouse.run();

        assertThat(warehouse.query("SELECT order_id, cost FROM fact_sales ORDER BY order_id"))
                .containsExactly("1|19.5000", "2|22.5000", "3|null");
    }

    @Test
    void aReturnTakesItsCostBack() {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.drop("products.csv", "product_id,cost_price", "P1,4.5");
        warehouse.addMapping("returns.yaml", """
                name: Shop with returns
                kind: sales
                recognised_by: [Receipt, Cost of goods]
                columns:
                  order_id: Receipt
                  customer_id: Buyer
                  product_id: Item
                  order_date: Day
                  quantity: Count
                  amount: Net
                  cost: Cost of goods
                returns: accept
                """);
        warehouse.drop(
                "receipts.csv",
                "Receipt,Buyer,Item,Day,Count,Net,Cost of goods",
                "1,C1,P1,2025-01-31,2,20,9",
                "2,C1,P1,2025-01-31,-2,-20,9",
                "3,C1,P1,2025-01-31,-2,-20,-9",
                "4,C1,P1,2025-01-31,-1,-10,");
        warehouse.run();

        assertThat(warehouse.query("SELECT order_id, cost FROM fact_sales ORDER BY order_id"))
                .containsExactly("1|9.0000", "2|-9.0000", "3|-9.0000", "4|-4.5000");
        warehouse.assertRollupsAreExact();
    }

    @Test
    void aParkedSaleKeepsItsCostAndItsCity() {
        warehouse.drop("customers.csv", "customer_id,city", "C1,Paris", "C2,Paris");
        warehouse.drop(
                "sales.csv",
                "sale_id,customer_id,product_id,order_date,quantity,price,cost",
                "S1,C1,P1,2025-01-31,2,10,4",
                "S2,C1,P1,2025-01-31,2,10,");
        warehouse.run();
        warehouse.drop("products.csv", "product_id,cost_price", "P1,3");
        warehouse.run();

        assertThat(warehouse.query(COSTS)).containsExactly("S1|20.0000|8.0000", "S2|20.0000|6.0000");
        warehouse.assertRollupsAreExact();
    }

    @Test
    void aCorrectedCopyChangesCostAndCity() {
        String header = "sale_id,customer_id,product_id,order_date,quantity,amount,cost,city";
        warehouse.drop("sales.csv", header, "S1,C1,P1,2025-01-31,2,20,9,Paris", "S2,C1,P1,2025-01-31,2,20,9,Lyon");
        warehouse.run();
        warehouse.drop("again.csv", header, "S1,C1,P1,2025-01-31,2,20,8,Paris", "S2,C1,P1,2025-01-31,2,20,9,");
        warehouse.run();

        assertThat(warehouse.query("SELECT sale_id, cost, city FROM fact_sales ORDER BY sale_id"))
                .containsExactly("S1|8.0000|Paris", "S2|9.0000|null");
        assertThat(warehouse.entry("again.csv").outcomes()).containsExactly(2, 0, 2, 0, 0, 0);
        warehouse.assertRollupsAreExact();
    }

    private void drop(String name, String columns, String saleId, String money) {
        warehouse.drop(
                name,
                "sale_id,customer_id,product_id,order_date,quantity," + columns,
                saleId + ",C1,P1,2025-01-31,3," + money);
    }
}
