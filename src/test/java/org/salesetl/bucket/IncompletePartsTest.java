package org.salesetl.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.salesetl.SomeProperties;
import org.salesetl.inbox.Inbox;
import org.salesetl.outage.DiskRoom;

class IncompletePartsTest {

    private static final Instant NOW = Instant.parse("2025-02-01T12:00:00Z");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Bucket bucket =
            new Bucket(SomeProperties.defaults(), mock(Inbox.class), mock(DiskRoom.class), clock, clock);

    @Test
    void areAProblemAfterAWhile() {
        bucket.answered(List.of(), List.of(parts("old", 601), parts("new", 599)));

        assertThat(bucket.problems()).containsOnlyKeys("old");
        assertThat(bucket.problems().get("old"))
                .isEqualTo(
                        "its parts (part-00000 and so on) wait for an object named _SUCCESS beside them that is as new as they are");

        bucket.answered(List.of(parts("old", 601)), List.of());
        assertThat(bucket.problems()).as("until they are fetched").containsOnlyKeys("old");

        bucket.answered(List.of(), List.of());
        assertThat(bucket.problems()).isEmpty();
    }

    @Test
    void leaveRoomForOtherProblems() {
        bucket.answered(
                List.of(),
                IntStream.range(0, 50)
                        .mapToObj(i -> parts("folder" + i, 700 + i))
                        .toList());

        assertThat(bucket.problems()).containsOnlyKeys("folder49");
        assertThat(bucket.problems().get("folder49")).endsWith("; so do the parts of other folders: 49");
    }

    private static Delivery parts(String folder, long seconds) {
        return new Delivery(
                folder, List.of(new ListedObject(folder + "/part-00000", "1", 1, NOW.minusSeconds(seconds))));
    }
}
