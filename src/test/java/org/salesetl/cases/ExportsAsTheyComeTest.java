package org.salesetl.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesetl.inbox.SomeFile;
import org.salesetl.layout.SalesOfFile;

/** Exports of known sources, held against what a careful analyst expects of each. */
class ExportsAsTheyComeTest {

    private static final Path CASES = Path.of("../shared/cases");

    @ParameterizedTest
    @CsvSource({
        "01-shopify-orders-export/a-orders_export_1.csv, Shopify orders, 192.00, 1",
        "03-square-item-sales/a-items-2025-10.csv, Square items, 1077.50, 0",
        "05-amazon-all-orders-txt/a-50028020354.txt, Amazon all orders, 227.90, 1",
        "05-amazon-all-orders-txt/b-50028020354.tsv, Amazon all orders, 227.90, 1",
        "07-ebay-orders-report/a-eBay-OrdersReport-Aug-2025.csv, eBay orders, 950.00, 3",
        "11-nuvemshop-vendas-latin1/a-vendas.csv, Nuvemshop vendas, 259.70, 1",
        "15-voucher-register-fill-down/a-busy-sales.csv, Busy sales register, 9050, 0",
    })
    void countsWhatIsSold(String name, String mapping, BigDecimal money, int leftOut) throws IOException {
        assumeThat(CASES).as("the example files beside the project").isDirectory();
        SomeFile file = SomeFile.at(CASES.resolve(name));
        SalesOfFile sales = SalesOfFile.of(file);

        assertThat(file.layout().mapping().name()).isEqualTo(mapping);
        assertThat(sales.money().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(money);
        assertThat(sales.rows().stream().filter(row -> row.leftOut() != null)).hasSize(leftOut);
    }
}
