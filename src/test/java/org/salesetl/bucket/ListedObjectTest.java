package org.salesetl.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedObjectTest {

    @ParameterizedTest
    @CsvSource({
        "2025/, true",
        "2025/sales.csv, false",
        "out/_SUCCESS, true",
        "out/_committed_123, true",
        "out/.part-00000.csv.crc, true",
        "out/_temporary/0/task_1/part-00000.csv, true",
        "out/.spark-staging-1/day=1/part-00000.csv, true",
        "out/part-00000.csv, false",
        "_exports/sales.csv, false"
    })
    void passesOverWhatItsWriterNeeds(String key, boolean isOfWriter) {
        assertThat(object(key).isOfWriter()).isEqualTo(isOfWriter);
    }

    @ParameterizedTest
    @CsvSource({
        "out/part-00000.csv, true",
        "part-r-00012, true",
        "out/part-00003-5f0e-c000.csv.gz, true",
        "out/part-1.csv, false",
        "part-00000/sales.csv, false"
    })
    void knowsAPartByItsName(String key, boolean isPart) {
        assertThat(object(key).isPart()).isEqualTo(isPart);
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

    private static ListedObject object(String key) {
        return new ListedObject(key, "1", 0, Instant.EPOCH);
    }
}
