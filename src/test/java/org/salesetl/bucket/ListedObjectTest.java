package org.salesetl.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedObjectTest {

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
        assertThat(object(key, 0).fileName(prefix)).isEqualTo(name);
    }

    @Test
    void shortensALongKey() {
        assertThat(object("a".repeat(900) + ".csv", 0).fileName(""))
                .hasSizeLessThanOrEqualTo(200)
                .endsWith(".csv");
    }

    @Test
    void tellsContentsApart() {
        ListedObject one = new ListedObject("a.csv", "1", 1, Instant.EPOCH);
        ListedObject other = new ListedObject("a.csv", "2", 1, Instant.EPOCH);

        assertThat(one.hash("exports")).hasSize(64).isNotEqualTo(other.hash("exports"));
        assertThat(one.hash("exports")).isNotEqualTo(one.hash("imports"));
        assertThat(one.hash("exports"))
                .isNotEqualTo(new ListedObject("a.csv", "1", 1, Instant.EPOCH.plusSeconds(1)).hash("exports"));
    }

    @Test
    void looksPageByPageAndRemembersTheOldest() {
        Look look = new Look();
        List<ListedObject> page = IntStream.range(0, 6_000)
                .mapToObj(i -> object("a" + i, 6_000 - i))
                .toList();
        List<ListedObject> next =
                IntStream.range(0, 6_000).mapToObj(i -> object("b" + i, -i)).toList();

        assertThat(look.after()).isEmpty();
        look.take(page, page);
        assertThat(look.after()).isEqualTo("a5999");
        look.take(next, next);
        assertThat(look.goesOn()).isTrue();
        look.take(List.of(), List.of());

        assertThat(look.goesOn()).isFalse();
        assertThat(look.wanted()).hasSize(10_000).isSortedAccordingTo(ListedObject.OLDEST_FIRST);
        assertThat(look.wanted().get(0).key()).isEqualTo("b5999");
        assertThat(look.wanted()).containsAll(next);
    }

    private static ListedObject object(String key, long seconds) {
        return new ListedObject(key, "1", 0, Instant.ofEpochSecond(seconds));
    }
}
