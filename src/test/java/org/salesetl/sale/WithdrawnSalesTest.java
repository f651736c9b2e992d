package org.salesetl.sale;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.salesetl.WarehouseTest;

/** Orders that come to nothing: before anything of them was loaded, or afterwards. */
class WithdrawnSalesTest extends WarehouseTest {

    private static final String HEADER = "sale_id,order_id,customer_id,product_id,order_date,quantity,price,status";
    private static final String WITHOUT_IDS = "order_id,customer_id,product_id,order_date,quantity,price,status";
    private static final String FACTS = """
            SELECT sale_id, revenue, f.name, s.source_line
            FROM fact_sales s JOIN etl_file f ON f.file_id = s.source_file_id
            ORDER BY sale_id""";
    private static final String LEFT_OUT = """
            SELECT f.name, line, why, column_name, value, amount, withdrawn_amount
            FROM left_out_row l JOIN etl_file f ON f.file_id = l.file_id
            ORDER BY l.file_id, line""";
    private static final String QUARANTINE = """
            SELECT f.name, q.line, q.status, s.name, q.settled_line
            FROM quarantine q JOIN etl_file f ON f.file_id = q.file_id LEFT JOIN etl_file s ON s.file_id = q.settled_by
            ORDER BY q.file_id, q.line""";

    @BeforeEach
    void dropShop() {
        warehouse.drop("customers.csv", "customer_id,city", "C1,Paris");
        warehouse.drop("products.csv", "product_id,category", "P1,Books");
    }

    @Test
    void leavesOutACancelledSaleWithItsMoney() {
        warehouse.drop(
                "sales.csv",
                HEADER,
                "S1,O1,C1,P1,2025-01-31,2,1.50,paid",
                "S2,O2,C1,P1,2025-01-31,3,2.00,Cancelled",
                "S3,O3,C9,P9,soon,many,,VOID",
                "S4,O3,,P1,2025-01-31,1,7,");

        warehouse.run();

        assertThat(warehouse.entry("sales.csv").allOutcomes()).containsExactly(4, 1, 0, 0, 0, 2, 1, 0);
        assertThat(warehouse.query(FACTS)).containsExactly("S1|3.0000|sales.csv|2");
        assertThat(warehouse.query(LEFT_OUT))
                .containsExactly(
                        "sales.csv|3|status|status|Cancelled|6.0000|null", "sales.csv|4|status|status|VOID|null|null");
        assertThat(revenue("sales.csv")).isEqualTo("3.0000|0.0000|0.0000|0.0000|6.0000|7.0000|0.0000");
        assertThat(warehouse.query("SELECT why, row_count, amount FROM etl_file_left_out"))
                .containsExactly("status|2|6.0000");
        assertThat(warehouse.query("SELECT line FROM quarantine")).containsExactly("5");
        assertAllIsWell();
    }

    @Test
    void withdrawsASaleThatHasBeenCancelledSince() {
        warehouse.drop("may.csv", HEADER, "S1,O1,C1,P1,2025-05-31,2,1.50,paid", "S2,O2,C1,P1,2025-05-30,3,2.00,paid");
        warehouse.run();
        warehouse.drop(
                "june.csv",
                HEADER,
                "S1,O1,C1,P1,2025-05-31,2,9.99,cancelled",
                "S2,O2,C1,P1,2025-05-30,3,2.00,paid",
                "S3,O3,C1,P1,2025-06-01,1,4.00,paid",
                "S8,O8,C1,P1,2025-06-01,1,5.00,cancelled");
        warehouse.run();

        assertThat(warehouse.entry("june.csv").allOutcomes()).containsExactly(4, 1, 0, 1, 1, 1, 0, 0);
        assertThat(warehouse.query(FACTS)).containsExactly("S2|6.0000|may.csv|3", "S3|4.0000|june.csv|4");
        assertThat(warehouse.query(LEFT_OUT))
                .containsExactly(
                        "june.csv|2|status|status|cancelled|19.9800|3.0000",
                        "june.csv|5|status|status|cancelled|5.0000|null");
        assertThat(revenue("june.csv")).isEqualTo("4.0000|0.0000|6.0000|3.0000|5.0000|0.0000|0.0000");
        assertThat(warehouse.query("SELECT why, row_count, amount FROM etl_file_left_out"))
                .containsExactly("status|1|5.0000");
        assertAllIsWell();
        assertReloadChangesNothing();
    }

    @Test
    void withdrawsSalesByAFileThatBringsNoneAndByOneThatBringsNewOnesOnly() {
        warehouse.drop("may.csv", HEADER, "S1,O1,C1,P1,2025-05-31,2,1.50,paid", "S2,O2,C1,P1,2025-05-30,3,2.00,paid");
        warehouse.run();
        warehouse.drop("june.csv", HEADER, "S1,O1,C1,P1,2025-05-31,2,1.50,cancelled");
        warehouse.run();
        assertThat(warehouse.entry("june.csv").allOutcomes()).containsExactly(1, 0, 0, 0, 1, 0, 0, 0);
        assertAllIsWell();

        warehouse.drop("july.csv", HEADER, "S2,O2,C1,P1,2025-05-30,3,2.00,void", "S3,O3,C1,P1,2025-07-01,1,4.00,paid");
        warehouse.run();
        assertThat(warehouse.entry("july.csv").allOutcomes()).containsExactly(2, 1, 0, 0, 1, 0, 0, 0);

        assertThat(warehouse.query(FACTS)).containsExactly("S3|4.0000|july.csv|3");
        assertAllIsWell();
        assertReloadChangesNothing();
    }

    @Test
    void loadsASaleThatIsPaidAfterAll() {
        warehouse.drop("may.csv", HEADER, "S1,O1,C1,P1,2025-05-31,2,1.50,paid");
        warehouse.run();
        warehouse.drop("june.csv", HEADER, "S1,O1,C1,P1,2025-05-31,2,1.50,cancelled");
        warehouse.run();
        warehouse.drop("july.csv", HEADER, "S1,O1,C1,P1,2025-05-31,2,1.60,paid");
        warehouse.run();
        warehouse.drop("again.csv", HEADER, "S1,O1,C1,P1,2025-05-31,2,1.50,paid");
        warehouse.run();

        assertThat(warehouse.entry("july.csv").allOutcomes()).containsExactly(1, 1, 0, 0, 0, 0, 0, 0);
        assertThat(warehouse.entry("again.csv").status()).isEqualTo("already_loaded");
        assertThat(warehouse.query(FACTS)).containsExactly("S1|3.2000|july.csv|2");
        assertAllIsWell();
        assertReloadChangesNothing();
    }

    @Test
    void withdrawsOneOfTwoEqualLinesOfAnOrder() {
        warehouse.drop(
                "may.csv",
                WITHOUT_IDS,
                "O1,C1,P1,2025-05-31,1,1.50,paid",
                "O1,C1,P1,2025-05-31,1,1.50,paid",
                "O1,C1,P1,2025-05-31,1,1.60,paid");
        warehouse.run();
        warehouse.drop(
                "june.csv",
                WITHOUT_IDS,
                "O1,C1,P1,2025-05-31,1,1.50,paid",
                "O1,C1,P1,2025-05-31,1,1.50,cancelled",
                "O1,C1,P1,2025-05-31,1,1.60,paid");
        warehouse.run();

        assertThat(warehouse.entry("june.csv").allOutcomes()).containsExactly(3, 0, 0, 2, 1, 0, 0, 0);
        assertThat(warehouse.query("SELECT revenue, source_line FROM fact_sales ORDER BY source_line"))
                .containsExactly("1.5000|2", "1.6000|4");
        assertAllIsWell();
        assertReloadChangesNothing();
    }

    @Test
    void letsNoCancelledSaleWaitInQuarantine() {
        warehouse.drop(
                "may.csv",
                HEADER,
                "S1,O1,C9,P1,2025-05-31,2,1.50,paid",
                "S2,O2,C1,P1,soon,3,2.00,paid",
                "S3,O3,C9,P1,2025-05-31,2,1.50,paid",
                "S4,O4,C1,P1,soon,3,2.00,paid");
        warehouse.run();
        warehouse.drop(
                "june.csv", HEADER, "S1,O1,C9,P1,2025-05-31,2,1.50,cancelled", "S2,O2,C1,P1,soon,3,2.00,cancelled");
        warehouse.run();
        warehouse.drop("late.csv", "customer_id", "C9");
        warehouse.run();

        assertThat(warehouse.entry("june.csv").allOutcomes()).containsExactly(2, 0, 0, 0, 0, 2, 0, 0);
        assertThat(warehouse.query(QUARANTINE))
                .containsExactly(
                        "may.csv|2|superseded|june.csv|2",
                        "may.csv|3|superseded|june.csv|3",
                        "may.csv|4|released|late.csv|null",
                        "may.csv|5|rejected|null|null");
        assertThat(warehouse.query(FACTS)).containsExactly("S3|3.0000|may.csv|4");
        assertThat(warehouse.query("SELECT * FROM parked_sale")).isEmpty();
        assertAllIsWell();
        assertReloadChangesNothing();
    }

    @Test
    void letsTheLaterLineOfAFileCount() {
        List<String> lines = List.of(
                "S1,O1,C1,P1,2025-05-31,2,1.50,paid",
                "S1,O1,C1,P1,2025-05-31,2,1.50,cancelled",
                "S1,O1,C1,P1,2025-05-31,2,1.50,cancelled",
                "S2,O2,C1,P1,2025-05-31,2,1.50,cancelled",
                "S2,O2,C1,P1,2025-05-31,2,1.50,paid",
                "S3,O3,C9,P1,2025-05-31,2,1.50,paid",
                "S3,O3,C9,P1,2025-05-31,2,1.50,cancelled",
                "S4,O4,C9,P1,2025-05-31,2,1.50,cancelled",
                "S4,O4,C9,P1,2025-05-31,2,1.50,paid");
        warehouse.drop("new.csv", file(lines));
        warehouse.run();

        assertThat(warehouse.entry("new.csv").allOutcomes()).containsExactly(9, 2, 0, 0, 1, 4, 0, 2);
        assertThat(warehouse.query(FACTS)).containsExactly("S2|3.0000|new.csv|6");
        assertThat(warehouse.query(QUARANTINE))
                .containsExactly("new.csv|7|superseded|new.csv|8", "new.csv|10|parked|null|null");
        assertAllIsWell();

        warehouse.drop("known.csv", HEADER, "S1,O1,C1,P1,2025-05-31,5,1.50,paid");
        warehouse.run();
        warehouse.drop("compared.csv", file(lines.subList(0, 5)));
        warehouse.run();

        assertThat(warehouse.entry("compared.csv").allOutcomes()).containsExactly(5, 2, 0, 0, 2, 1, 0, 0);
        assertThat(warehouse.query(FACTS)).containsExactly("S2|3.0000|compared.csv|6");
        assertAllIsWell();
        assertReloadChangesNothing();
    }

    @Test
    void withdrawsASaleByARowThatComesBackFromTheQuarantine() {
        warehouse.drop("may.csv", HEADER, "S1,O1,C1,P1,2025-05-31,2,1.50,paid");
        warehouse.run();
        warehouse.drop("june.csv", HEADER, "S1,O1,C1,P1,soon,2,1.50,paid", "S2,O2,C1,P1,soon,2,1.50,paid");
        warehouse.run();
        int row = warehouse.count("SELECT MIN(quarantine_id) FROM quarantine");
        warehouse.drop(
                "june.rejects.csv",
                HEADER + ",_line,_reason,_row",
                "S1,O1,C1,P1,soon,2,1.50,cancelled,2,bad_date," + row,
                "S2,O2,C1,P1,2025-06-01,2,1.50,paid,3,bad_date," + (row + 1));
        warehouse.run();

        assertThat(warehouse.entry("june.rejects.csv").allOutcomes()).containsExactly(2, 1, 0, 0, 1, 0, 0, 0);
        assertThat(warehouse.query(FACTS)).containsExactly("S2|3.0000|june.rejects.csv|3");
        assertThat(warehouse.query(QUARANTINE))
                .containsExactly("june.csv|2|superseded|june.rejects.csv|2", "june.csv|3|resolved|june.rejects.csv|3");
        assertAllIsWell();
        assertReloadChangesNothing();
    }

    @Test
    void takesNoCustomerOrProductFromACancelledSaleOfAWideFile() {
        warehouse.drop(
                "wide.csv",
                "order_id,customer_id,product_id,order_date,quantity,price,product_name,status",
                "O1,C1,P1,2025-05-31,2,1.50,Pen,paid",
                "O2,C7,P7,2025-05-31,2,1.50,Lamp,cancelled");
        warehouse.run();

        assertThat(warehouse.entry("wide.csv").allOutcomes()).containsExactly(2, 1, 0, 0, 0, 1, 0, 0);
        assertThat(warehouse.query("SELECT product_id FROM dim_product")).containsExactly("P1");
        assertAllIsWell();
    }

    private static byte[] file(List<String> lines) {
        return (HEADER + "\n" + String.join("\n", lines) + "\n").getBytes(UTF_8);
    }

    /** The revenue of each outcome of a file, in the contract's order. */
    private String revenue(String name) {
        return warehouse.query("""
                        SELECT inserted_revenue, updated_revenue, unchanged_revenue, withdrawn_revenue, left_out_revenue,
                               rejected_revenue, parked_revenue
                        FROM etl_file WHERE name = ? ORDER BY file_id DESC""", name).get(0);
    }

    private void assertAllIsWell() {
        warehouse.assertBooksBalance();
        warehouse.assertRollupsAreExact();
    }

    private void assertReloadChangesNothing() {
        List<String> before = warehouse.contents();
        List<String> leftOut = warehouse.query(LEFT_OUT);
        assertThat(warehouse.reload().status()).isEqualTo("succeeded");
        assertThat(warehouse.contents()).isEqualTo(before);
        assertThat(warehouse.query(LEFT_OUT)).isEqualTo(leftOut);
        assertAllIsWell();
    }
}
