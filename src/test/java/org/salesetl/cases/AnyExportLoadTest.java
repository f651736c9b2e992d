package org.salesetl.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salesetl.TestWarehouse.FileEntry;
import org.salesetl.WarehouseTest;

/** The sales of a few random exports come into the warehouse, and nothing else does. {@code exports.seed} chooses other ones. */
@Tag("reading")
class AnyExportLoadTest extends WarehouseTest {

    private static final int ROUNDS = 15;

    static LongStream seeds() {
        long first = Long.getLong("exports.seed", 1);
        return LongStream.range(first, first + ROUNDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void loadsTheSalesOfAnyExport(long seed) {
        AnyExport export = new AnyExport(seed);
        warehouse.addMapping("any.yaml", export.mapping());
        warehouse.drop("any.csv", export.file());
        warehouse.run();
        FileEntry entry = warehouse.entry("any.csv");
        String described = "seed " + seed + ": " + export + entry;

        assertThat(entry.status()).as(described).isEqualTo(export.asks() ? "held" : "loaded");
        if (!export.asks()) {
            assertThat(facts(export.hasOrders())).as(described).containsExactlyElementsOf(export.facts());
            assertThat(entry.allOutcomes())
                    .as(described)
                    .containsExactly(
                            export.facts().size() + export.leftOut() + export.rejected(),
                            export.facts().size(),
                            0,
                            0,
                            0,
                            export.leftOut(),
                            export.rejected(),
                            0);
        }
        warehouse.assertBooksBalance();
        warehouse.assertRollupsAreExact();
    }

    private List<String> facts(boolean withOrders) {
        return warehouse
                .query("SELECT order_id, customer_id, product_id, date, quantity, revenue FROM fact_sales f"
                        + " JOIN dim_customer USING (customer_key) JOIN dim_product USING (product_key)"
                        + " JOIN dim_date USING (date_key) ORDER BY f.source_line")
                .stream()
                .map(row -> fact(row.split("\\|", -1), withOrders))
                .toList();
    }

    private static String fact(String[] cells, boolean withOrders) {
        return AnyExport.fact(
                withOrders ? cells[0] : "",
                cells[1],
                cells[2],
                cells[3],
                new BigDecimal(cells[4]),
                new BigDecimal(cells[5]));
    }
}
