package org.salesetl.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableInPartsTest {

    @Test
    void isCompleteIfTheMarkIsAsNewAsTheParts() {
        TableInParts table = table(object("_SUCCESS", 9), object("part-00000", 8), object("part-00001", 9));

        assertThat(table.isComplete()).isTrue();
        assertThat(table.delivery().objects())
                .extracting(ListedObject::name)
                .containsExactly("part-00000", "part-00001");
    }

    @Test
    void isIncompleteWithTheMarkOfAnEarlierTable() {
        assertThat(table(object("_SUCCESS", 9), object("part-00000", 8), object("part-00001", 10))
                        .isComplete())
                .isFalse();
    }

    @Test
    void isIncompleteWithoutAMark() {
        assertThat(table(object("part-00000", 8), object("sales.csv", 8)).isComplete())
                .isFalse();
    }

    private static TableInParts table(ListedObject... objects) {
        return new TableInParts("out", List.of(objects));
    }

    private static ListedObject object(String name, int seconds) {
        return new ListedObject("out/" + name, "1", 1, Instant.ofEpochSecond(seconds));
    }
}
