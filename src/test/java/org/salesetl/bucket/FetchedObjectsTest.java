package org.salesetl.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.salesetl.WarehouseTest;
import org.springframework.beans.factory.annotation.Autowired;

class FetchedObjectsTest extends WarehouseTest {

    private static final ListedObject OBJECT = new ListedObject("sales.csv", "1", 5, Instant.EPOCH);

    @Autowired
    private FetchedObjects objects;

    @Test
    void givesAnObjectToOneInstance() {
        String hash = objects.hash(OBJECT);
        assertThat(objects.unknown(List.of(OBJECT))).containsExactly(OBJECT);

        assertThat(objects.claim(hash)).isTrue();
        assertThat(objects.claim(hash)).isFalse();
        assertThat(objects.unknown(List.of(OBJECT))).isEmpty();

        objects.release(hash);
        assertThat(objects.unknown(List.of(OBJECT))).containsExactly(OBJECT);
        assertThat(objects.claim(hash)).isTrue();

        objects.confirm(hash);
        objects.release(hash);
        assertThat(objects.claim(hash)).isFalse();
        assertThat(objects.unknown(List.of(OBJECT))).isEmpty();
    }

    @Test
    void takesAnObjectOverFromADeadInstance() {
        String hash = objects.hash(OBJECT);
        objects.claim(hash);
        warehouse.update("UPDATE fetched_object SET claimed_at = claimed_at - INTERVAL 11 MINUTE");

        assertThat(objects.unknown(List.of(OBJECT))).containsExactly(OBJECT);
        assertThat(objects.claim(hash)).isTrue();
        assertThat(objects.claim(hash)).isFalse();
    }

    @Test
    void passesFoldersOver() {
        ListedObject folder = new ListedObject("2025/", "1", 0, Instant.EPOCH);

        assertThat(objects.unknown(List.of(folder))).isEmpty();
    }
}
