package org.salesetl.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {

    @ParameterizedTest
    @CsvSource({
        "shops/sales.csv, shops/, sales.csv",
        "shops/berlin/2025/sales.csv, shops/, berlin_2025_sales.csv",
        "sales.csv, '', sales.csv",
        "shops/2025/../../etc/passwd, shops/, 2025_.._.._etc_passwd",
        // an object is complete, whatever its name says
        "shops/sales.csv.part, shops/, objectsales.csv.part.object",
        "shops/.hidden, shops/, object.hidden.object",
        "shops/, shops/, object.object"
    })
    void namesTheFileByTheKey(String key, String prefix, String name) {
        assertThat(delivery(key).fileName(prefix)).isEqualTo(name);
    }

    @Test
    void shortensALongKey() {
        assertThat(delivery("a".repeat(900) + ".csv").fileName(""))
                .hasSizeLessThanOrEqualTo(200)
                .endsWith(".csv");
    }

    @ParameterizedTest
    @CsvSource({
        "shops/berlin/out, shops/, berlin_out",
        "shops/out.csv, shops/, out.csv",
        "'', '', parts.csv",
        "shops/.out, shops/, parts.out.csv",
        "shops/out.tmp, shops/, partsout.tmp.csv"
    })
    void namesAFolderByItsKey(String key, String prefix, String name) {
        ListedObject part = new ListedObject(key + "/part-00000", "1", 0, Instant.EPOCH);

        assertThat(new Delivery(key, List.of(part)).fileName(prefix)).isEqualTo(name);
    }

    @Test
    void isShownInOneLine() {
        assertThat(delivery("a\nb.csv").shownKey()).isEqualTo("a␊b.csv");
        assertThat(new Delivery("", List.of()).shownKey()).isEqualTo("/");
    }

    @Test
    void isAsOldAsItsLastPart() {
        Delivery parts = new Delivery(
                "out",
                List.of(
                        new ListedObject("out/part-00000", "1", 3, Instant.EPOCH.plusSeconds(2)),
                        new ListedObject("out/part-00001", "1", 4, Instant.EPOCH.plusSeconds(1))));

        assertThat(parts.isInParts()).isTrue();
        assertThat(parts.modifiedAt()).isEqualTo(Instant.EPOCH.plusSeconds(2));
        assertThat(parts.bytes()).isEqualTo(7);
    }

    private static Delivery delivery(String key) {
        return Delivery.of(new ListedObject(key, "1", 0, Instant.EPOCH));
    }
}
