package org.salesetl.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.salesetl.WarehouseTest;

class RejectsTest extends WarehouseTest {

    @Test
    void writesRejectedRowsBesideTheArchivedFile() throws IOException {
        warehouse.drop(
                "customers.csv",
                lines(
                                "Full Name;Customer ID;Town",
                                "\"Ann \"\"A\"\"\nLee\";;=1+1",
                                "Bo;C2;Paris",
                                "Cy;C3;Oslo;more;",
                                "Di;C4")
                        .getBytes(UTF_8));

        warehouse.run();

        assertThat(withoutIds(rejects("customers.rejects.csv")))
                .isEqualTo(lines(
                        "Full Name,Customer ID,Town,_line,_reason",
                        "\"Ann \"\"A\"\"\nLee\",,'=1+1,2,missing_customer_id",
                        "Cy,C3,Oslo,5,column_count,more,",
                        "Di,C4,,6,column_count"));
    }

    @Test
    void loadsTheCorrectedRows() throws IOException {
        warehouse.drop("customers.csv", "customer_id,name,city", ",=1+1,'quoted'", "C2,Bo,Paris", ",'=x,Oslo");
        warehouse.run();
        String corrected =
                rejects("customers.rejects.csv").replace("\"\",'=1", "C1,'=1").replace("\"\",''", "C3,''");

        warehouse.drop("customers.rejects.csv", corrected.getBytes(UTF_8));
        warehouse.run();

        assertThat(warehouse.entry("customers.rejects.csv").outcomes()).containsExactly(2, 2, 0, 0, 0, 0);
        assertThat(warehouse.query("SELECT customer_id, name, city FROM dim_customer ORDER BY 1"))
                .containsExactly("C1|=1+1|'quoted'", "C2|Bo|Paris", "C3|'=x|Oslo");
    }

    @Test
    void neverOverwritesADroppedFileOfRejectsOrIsMistakenForOne() throws IOException {
        String rejects = "customer_id,_line,_reason\r\nC7,2,bad\r\n";
        warehouse.drop("customers.rejects.csv", rejects.getBytes(UTF_8));
        warehouse.run();
        warehouse.drop("customers.csv", "customer_id,name", ",nobody");
        warehouse.drop("customers.tsv", "customer_id\tname", "\tnobody");
        warehouse.run();

        assertThat(warehouse.archived())
                .containsExactly(
                        warehouse.today("customers-2.rejects.csv"),
                        warehouse.today("customers-2.tsv"),
                        warehouse.today("customers.csv"),
                        warehouse.today("customers.rejects-2.csv"),
                        warehouse.today("customers.rejects.csv"));
        assertThat(withoutIds(rejects("customers.rejects-2.csv"))).isEqualTo(rejects);
        assertThat(withoutIds(rejects("customers.rejects.csv"))).contains(",nobody,2,missing_customer_id");
    }

    @Test
    void keepsTheNumberOfASaleWhoseRevenueIsTooLarge() throws IOException {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.drop("products.csv", "product_id", "P1");
        warehouse.drop(
                "sales.csv",
                "order_id,customer_id,product_id,order_date,quantity,price",
                "O1,C1,P1,2025-01-01,1,10",
                "O1,C1,P1,2025-01-01,1000000,999999999999999");
        warehouse.run();
        String corrected = rejects("sales.rejects.csv").replace("1000000,999999999999999", "2,20");

        warehouse.drop("sales.rejects.csv", corrected.getBytes(UTF_8));
        warehouse.run();
        warehouse.drop(
                "sales.csv",
                "order_id,customer_id,product_id,order_date,quantity,price",
                "O1,C1,P1,2025-01-01,1,10",
                "O1,C1,P1,2025-01-01,2,20");
        warehouse.run();

        assertThat(warehouse.entry("sales.csv").outcomes()).containsExactly(2, 0, 0, 2, 0, 0);
        assertThat(warehouse.revenue()).isEqualByComparingTo("50");
    }

    @Test
    void replacesNoOtherSaleWhereSalesHaveNoIds() throws IOException {
        dropShop();
        warehouse.drop(
                "sales.csv",
                "order_id,customer_id,product_id,order_date,quantity",
                "O1,C1,P1,2025-01-31,1",
                "O1,C1,P1,2025-02-30,2",
                "O1,C1,P1,2025-01-31,4",
                "O1,C1,,2025-01-31,8");
        warehouse.run();
        assertThat(withoutIds(rejects("sales.rejects.csv")))
                .isEqualTo(lines(
                        "order_id,customer_id,product_id,order_date,quantity,_line,_occurrence,_reason",
                        "O1,C1,P1,2025-02-30,2,3,2,bad_date",
                        "O1,C1,,2025-01-31,8,5,,missing_product_id"));
        String corrected =
                rejects("sales.rejects.csv").replace("02-30", "01-31").replace("C1,,", "C1,P1,");

        warehouse.drop("sales.rejects.csv", corrected.getBytes(UTF_8));
        warehouse.run();

        assertThat(warehouse.entry("sales.rejects.csv").outcomes()).containsExactly(2, 2, 0, 0, 0, 0);
        assertThat(warehouse.count("SELECT SUM(quantity) FROM fact_sales")).isEqualTo(1 + 2 + 4 + 8);

        warehouse.drop(
                "sales-corrected.csv",
                "order_id,customer_id,product_id,order_date,quantity",
                "O1,C1,P1,2025-01-31,1",
                "O1,C1,P1,2025-01-31,2",
                "O1,C1,P1,2025-01-31,4");
        warehouse.run();
        assertThat(warehouse.entry("sales-corrected.csv").outcomes()).containsExactly(3, 0, 0, 3, 0, 0);
    }

    @Test
    void rejectsACorrectedRowThatIsThereTwice() {
        dropShop();
        warehouse.drop(
                "sales.rejects.csv",
                "order_id,customer_id,product_id,order_date,quantity,_line,_occurrence,_reason",
                "O1,C1,P1,2025-01-31,1,3,2,bad_date",
                "O1,C1,P1,2025-01-31,1,3,2,bad_date");

        warehouse.run();

        assertThat(warehouse.entry("sales.rejects.csv").outcomes()).containsExactly(2, 1, 0, 0, 1, 0);
        assertThat(warehouse.entry("sales.rejects.csv").reasons()).isEqualTo(Map.of("duplicate_id", 1));
    }

    @Test
    void loadsNoRowWhoseLostCharactersNobodyHasWrittenAgain() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("customer_id,name\nC1,".getBytes(UTF_8));
        bytes.writeBytes("Köln\n".getBytes(ISO_8859_1));
        bytes.writeBytes("C2,Zürich\nC3,Genève\n".getBytes(UTF_8));
        warehouse.drop("customers.csv", bytes.toByteArray());
        warehouse.run();
        String rejects = rejects("customers.rejects.csv");
        assertThat(rejects).contains("C1,K�ln,2,bad_encoding");

        warehouse.drop("customers.rejects.csv", rejects.getBytes(UTF_8));
        warehouse.run();
        assertThat(warehouse.entry("customers.rejects.csv").reasons()).isEqualTo(Map.of("bad_encoding", 1));
        assertThat(withoutIds(rejects("customers.rejects-2.rejects.csv")))
                .isEqualTo("customer_id,name,_line,_reason\r\nC1,K�ln,2,bad_encoding\r\n");

        warehouse.drop("customers.rejects.csv", rejects.replace("�", "ö").getBytes(UTF_8));
        warehouse.run();
        assertThat(warehouse.query("SELECT name FROM dim_customer WHERE customer_id = 'C1'"))
                .containsExactly("Köln");
    }

    @Test
    void writesNothingWhereNoRowWasRejected() {
        warehouse.drop("customers.csv", "customer_id", "C1");

        warehouse.run();

        assertThat(warehouse.archived()).containsExactly(warehouse.today("customers.csv"));
    }

    @Test
    void keepsThousandsOfRejectedRows() throws IOException {
        String rows = IntStream.range(0, 5_000)
                .mapToObj(i -> ",name " + i + "\n")
                .collect(Collectors.joining("", "customer_id,name\n", "C1,good\n"));
        warehouse.drop("customers.csv", rows.getBytes(UTF_8));

        warehouse.run();

        assertThat(warehouse.entry("customers.csv").outcomes()).containsExactly(5_001, 1, 0, 0, 5_000, 0);
        assertThat(warehouse.count("SELECT COUNT(DISTINCT line) FROM quarantine"))
                .isEqualTo(5_000);
        assertThat(withoutIds(rejects("customers.rejects.csv")).lines())
                .hasSize(5_001)
                .last()
                .isEqualTo("\"\",name 4999,5001,missing_customer_id");
        warehouse.assertBooksBalance();
    }

    @Test
    void keepsARowOfManyMebibytesOnItsOwnLine() {
        warehouse.drop(
                "customers.csv", ("customer_id,name\nC1,Ann\nC2," + "x".repeat(3 << 20) + "\nC3,Cy\n").getBytes(UTF_8));

        warehouse.run();

        assertThat(warehouse.entry("customers.csv").outcomes()).containsExactly(3, 2, 0, 0, 1, 0);
        assertThat(warehouse.query("SELECT line, reason FROM quarantine")).containsExactly("3|column_count");
    }

    private void dropShop() {
        warehouse.drop("customers.csv", "customer_id", "C1");
        warehouse.drop("products.csv", "product_id,price", "P1,1.5");
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    /** Without the numbers of the rows in the quarantine, which are never the same. */
    private static String withoutIds(String rejects) {
        return rejects.replace(",_row", "").replaceAll("([a-z]+_[a-z_,]+\"?),\\d+(?=[,\r])", "$1");
    }

    private String rejects(String name) throws IOException {
        return Files.readString(warehouse.archived(warehouse.today(name)));
    }
}
