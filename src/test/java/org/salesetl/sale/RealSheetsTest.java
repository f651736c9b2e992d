package org.salesetl.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.WarehouseTest;

/** Sheets as people have them, dropped unchanged; what they come to is worked out beside the service. */
@Tag("variants")
class RealSheetsTest extends WarehouseTest {

    private static final Path SUPERSTORE = Path.of("../shared/examples/superstore-raw/superstore.csv");
    private static final Path SHOP = Path.of("../shared/examples/online-retail-days");

    @Test
    void loadsTheWideSheetOfTheSuperstore() throws IOException {
        assumeThat(SUPERSTORE).as("the example data beside the project").exists();
        List<CSVRecord> rows = rows(SUPERSTORE, Charset.forName("windows-1252"));
        warehouse.drop(SUPERSTORE);

        warehouse.run();

        assertThat(warehouse.entry("superstore.csv").outcomes()).containsExactly(rows.size(), rows.size(), 0, 0, 0, 0);
        assertThat(warehouse.revenue())
                .isEqualByComparingTo(rows.stream()
                        .map(row -> new BigDecimal(row.get("Sales")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(warehouse.query("SELECT customer_id FROM dim_customer"))
                .containsExactlyInAnyOrderElementsOf(distinct(rows, "Customer ID"));
        assertThat(warehouse.query("SELECT product_id FROM dim_product"))
                .containsExactlyInAnyOrderElementsOf(distinct(rows, "Product ID"));
        assertThat(warehouse.query("SELECT encoding, date_order, decimal_mark, warnings > 0 FROM etl_file"))
                .containsExactly("windows-1252|month_first|point|1");
        warehouse.assertBooksBalance();
    }

    @Test
    void loadsTheDailySheetsOfAWebShop() throws IOException {
        assumeThat(SHOP).as("the example data beside the project").isDirectory();
        BigDecimal revenue = BigDecimal.ZERO;
        int good = 0;
        try (Stream<Path> days = Files.list(SHOP)) {
            for (Path day : days.sorted().toList()) {
                for (CSVRecord row : rows(day, StandardCharsets.UTF_8)) {
                    int quantity = Integer.parseInt(row.get("Quantity"));
                    if (quantity > 0 && !row.get("CustomerID").isBlank()) {
                        revenue = revenue.add(
                                new BigDecimal(row.get("UnitPrice")).multiply(BigDecimal.valueOf(quantity)));
                        good++;
                    }
                }
                warehouse.drop(day);
            }
        }

        warehouse.run();

        assertThat(warehouse.revenue()).isEqualByComparingTo(revenue);
        assertThat(warehouse.count("SELECT COUNT(*) FROM fact_sales")).isEqualTo(good);
        assertThat(warehouse.count("SELECT SUM(parked) FROM etl_file")).isZero();
        warehouse.assertBooksBalance();
    }

    private static Set<String> distinct(List<CSVRecord> rows, String column) {
        Set<String> values = new TreeSet<>();
        rows.forEach(row -> values.add(row.get(column).strip()));
        return values;
    }

    private static List<CSVRecord> rows(Path sheet, Charset charset) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(sheet, charset, format)) {
            return parser.getRecords();
        }
    }
}
