package org.salesetl.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.WarehouseTest;

/** A file with an object of JSON in each line is a table. */
@Tag("variants")
class JsonLinesTest extends WarehouseTest {

    private static final String SALE =
            "{\"sale_id\":\"S%d\",\"order_id\":\"O1\",\"customer\":{\"id\":\"C1\"},\"product_id\":\"P1\","
                    + "\"order_date\":\"2025-01-31\",\"quantity\":%d}";

    @BeforeEach
    void loadDimensions() {
        warehouse.drop("customers.csv", "customer_id,city", "C1,Köln");
        warehouse.drop("products.csv", "product_id,price", "P1,2.50");
        warehouse.run();
    }

    @Test
    void loadsObjectsAndTheFieldsOfObjectsInThem() {
        warehouse.drop("sales.jsonl", SALE.formatted(1, 2), "", SALE.formatted(2, 1));

        warehouse.run();

        assertThat(warehouse.entry("sales.jsonl").status()).isEqualTo("loaded");
        assertThat(warehouse.entry("sales.jsonl").outcomes()).containsExactly(2, 2, 0, 0, 0, 0);
        assertThat(warehouse.revenue()).isEqualByComparingTo("7.5");
        assertThat(warehouse.archived()).contains(warehouse.today("sales.jsonl"));
        assertThat(warehouse.reload().status()).isEqualTo("succeeded");
        assertThat(warehouse.revenue()).isEqualByComparingTo("7.5");
    }

    @Test
    void rejectsALineThatIsNoObjectAndNamesItsLine() {
        warehouse.drop(
                "sales.jsonl", SALE.formatted(1, 2), "{\"sale_id\": oops", SALE.formatted(2, 0), SALE.formatted(3, 1));

        warehouse.run();

        assertThat(warehouse.entry("sales.jsonl").outcomes()).containsExactly(4, 2, 0, 0, 2, 0);
        assertThat(warehouse.query("SELECT line, raw FROM quarantine ORDER BY line"))
                .containsExactly("2|{\"sale_id\": oops", "3|S2,O1,C1,P1,2025-01-31,0");
        assertThat(warehouse
                        .query("SELECT faults FROM quarantine WHERE line = 2")
                        .get(0))
                .contains("expected one JSON object of at most 1 MiB in the line but found another text");
    }

    @Test
    void letsALaterEventOfAFileCorrectAnEarlierOne() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        GzipParameters label = new GzipParameters();
        label.setFileName("sales-0-0.jsonl");
        label.setComment("[]");
        try (GzipCompressorOutputStream gzip = new GzipCompressorOutputStream(bytes, label)) {
            String events = Stream.of(
                            SALE.formatted(1, 2), SALE.formatted(2, 1), SALE.formatted(1, 7), SALE.formatted(1, 4))
                    .map(event -> event.replace("\"order_id\":\"O1\",", ""))
                    .collect(Collectors.joining("\n"));
            gzip.write(events.getBytes(UTF_8));
        }
        warehouse.drop("events.jsonl.gz", bytes.toByteArray());

        warehouse.run();

        assertThat(warehouse.entry("events.jsonl.gz").allOutcomes()).containsExactly(4, 2, 0, 0, 0, 2, 0, 0);
        assertThat(warehouse.query("SELECT line, why FROM left_out_row ORDER BY line"))
                .containsExactly("1|corrected", "3|corrected");
        assertThat(warehouse.revenue()).isEqualByComparingTo("12.5");
        warehouse.assertBooksBalance();
        warehouse.reload();
        assertThat(warehouse.revenue()).isEqualByComparingTo("12.5");
    }

    @Test
    void loadsCompressedLinesAndFieldsThatOnlySomeObjectsHave() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            String other = SALE.formatted(2, 3).replace("}", "")
                    + ",\"note\":\"a, \\\"b\\\"\\nc\",\"price\":4.5,\"tags\":[1,2]}";
            gzip.write((SALE.formatted(1, 1) + "\r\n" + other.replace("\"C1\"", "\"C1\"}")).getBytes(UTF_8));
        }
        warehouse.drop("sales.jsonl.gz", bytes.toByteArray());

        warehouse.run();

        assertThat(warehouse.entry("sales.jsonl.gz").outcomes()).containsExactly(2, 2, 0, 0, 0, 0);
        assertThat(warehouse.revenue()).isEqualByComparingTo("16");
    }
}
