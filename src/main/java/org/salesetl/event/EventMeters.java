package org.salesetl.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.salesetl.SalesEtlProperties;
import org.springframework.stereotype.Component;

/** How far topics are loaded, as metrics. The metrics of topics are the same on every instance. */
@Component
class EventMeters {

    private static final double MILLIS_PER_SECOND = 1000;

    EventMeters(MeterRegistry meters, Readings readings, SalesEtlProperties properties) {
        Set<String> topics = properties.kafka().topics().keySet();
        if (topics.isEmpty()) {
            return;
        }
        Gauge.builder("sales.etl.kafka.up", readings, of -> of.awaySince() == null ? 1 : 0)
                .description("Whether the broker answered when it was last asked")
                .register(meters);
        for (String topic : topics) {
            gauge(meters, readings, topic, "lag", TopicReading::lag, "Events that wait to be loaded");
            gauge(
                    meters,
                    readings,
                    topic,
                    "rate",
                    TopicReading::perSecond,
                    "Events a second that were loaded in the last 20 seconds");
            gauge(
                    meters,
                    readings,
                    topic,
                    "loaded",
                    TopicReading::loaded,
                    "The sum of the offsets up to which events are loaded");
            gauge(
                    meters,
                    readings,
                    topic,
                    "newest.timestamp.seconds",
                    reading ->
                            reading.newestAt() == null ? 0 : reading.newestAt().toEpochMilli() / MILLIS_PER_SECOND,
                    "When the newest event that is loaded was written");
        }
    }

    private static void gauge(
            MeterRegistry meters,
            Readings readings,
            String topic,
            String name,
            ToDoubleFunction<TopicReading> figure,
            String description) {
        Gauge.builder(
                        "sales.etl.kafka." + name,
                        readings,
                        of -> of.topics().stream()
                                .filter(reading -> reading.topic().equals(topic))
                                .mapToDouble(figure)
                                .sum())
                .description(description)
                .tags(Tags.of("topic", topic))
                .register(meters);
    }
}
