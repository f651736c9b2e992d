package org.salesetl.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;

/** The discount that the first line of an order carries is taken off all lines of the order. */
class SpreadAmountsTest extends ApiTest {

    private static final String MAPPING = """
            name: Till
            kind: sales
            recognised_by: [Bon, Tag, Ware, Stück, Preis, Rabatt]
            columns: {order_id: Bon, order_date: Tag, product_id: Ware, quantity: Stück, price: Preis, status: Stand}
            carry_down: [order_date]
            status:
              - {column: Stand, neither: [storno], others: sale}
            without_customer: accept
            order_amounts:
              - {column: Rabatt, treatment: spread}
            """;

    @Test
    void spreadsADiscountExactlyToTheCent() {
        assertThat(api.putAsAdmin(
                                "/api/mappings/Till",
                                BodyPublishers.ofString(MAPPING),
                                "Content-Type",
                                "application/yaml")
                        .status())
                .isLessThan(300);
        warehouse.drop(
                "till.csv",
                "Bon;Tag;Ware;Stück;Preis;Rabatt;Stand",
                "1;2025-03-01;Tasse;1;10,00;1,00;",
                "1;;Teller;1;10,00;;",
                "1;;Topf;1;10,00;;",
                "1;;Messer;1;99,00;;storno",
                "2;2025-03-02;Tasse;2;10,00;;",
                "3;2025-03-03;Tasse;1;10,00;2,50;");
        warehouse.run();

        assertThat(warehouse.query("SELECT order_id, revenue FROM fact_sales ORDER BY order_id, revenue"))
                .containsExactly("1|9.6600", "1|9.6700", "1|9.6700", "2|20.0000", "3|7.5000");
        assertThat(warehouse.revenue()).isEqualByComparingTo("56.50");
        assertThat(api.get("/api/etl/runs/" + warehouse.entry("till.csv").run()).text())
                .contains("Rabatt is taken off the lines of its order");
        warehouse.assertBooksBalance();
    }

    @Test
    void saysWhichShareARejectedRowComesBackWithout() {
        api.putAsAdmin("/api/mappings/Till", BodyPublishers.ofString(MAPPING), "Content-Type", "application/yaml");
        warehouse.drop(
                "till.csv",
                "Bon;Tag;Ware;Stück;Preis;Rabatt;Stand",
                "1;2025-03-01;Tasse;1;10,00;1,50;",
                "1;;Teller;0;10,00;;",
                "1;;Topf;zwei;20,00;;",
                "2;2025-02-30;Topf;1;20,00;2,00;",
                "3;2025-02-30;Topf;1;20,00;;");
        warehouse.run();

        assertThat(
                        warehouse.query(
                                "SELECT line, JSON_UNQUOTE(JSON_EXTRACT(faults, '$[0].message')) FROM quarantine ORDER BY line"))
                .satisfiesExactly(
                        none -> assertThat(none).startsWith("3|").doesNotContain("bears"),
                        none -> assertThat(none).startsWith("4|").doesNotContain("bears"),
                        share -> assertThat(share)
                                .startsWith("5|")
                                .endsWith(
                                        "; the row bears 2 of what is taken off its order, and comes back without that:"
                                                + " correct its amount too"),
                        none -> assertThat(none).startsWith("6|").doesNotContain("bears"));
    }
}
