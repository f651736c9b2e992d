package org.salesetl.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

class ReadingsTest {

    private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");
    private static final EventPartition FIRST = new EventPartition("sales", 0);
    private static final EventPartition SECOND = new EventPartition("sales", 1);

    private Instant now = NOON;
    private final Readings readings = new Readings(new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private final KafkaHealthIndicator health = new KafkaHealthIndicator(readings);

    @Test
    void sumsThePartitionsOfATopic() {
        readings.looked(Map.of(FIRST, position(100, 30)), Map.of(FIRST, 120L, SECOND, 7L));
        now = now.plusSeconds(10);
        readings.looked(Map.of(FIRST, position(120, 40), SECOND, position(5, 20)), Map.of(FIRST, 120L, SECOND, 7L));

        assertThat(readings.topics()).containsExactly(new TopicReading("sales", 125, 2, 2.5, NOON.plusSeconds(40)));
    }

    @Test
    void tellsWhenTheBrokerIsAway() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        readings.away(new IllegalStateException("no route"));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).containsEntry("awaySince", NOON.toString());

        readings.looked(Map.of(), Map.of());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void tellsWhichPartitionIsNotRead() {
        readings.ahead(FIRST, 500, 20);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(readings.problems()).singleElement().asString().contains("up to offset 500", "ends at 20");

        readings.gone(List.of(FIRST));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void tellsWhichMappingIsMissing() {
        readings.withoutMapping("sales", "Our shop");
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(readings.problems()).singleElement().asString().contains("a mapping named \"Our shop\"");

        readings.mapped("sales");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    private static EventLedger.Position position(long offset, int seconds) {
        return new EventLedger.Position(offset, NOON.plusSeconds(seconds));
    }
}
