package org.salesetl.event;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.kafka;
import static org.salesetl.TypedSteps.asBefore;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.makeOf;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.load.Variables.RUN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.EndpointConsumerBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.kafka.PollOnError;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.salesetl.KafkaSettings;
import org.salesetl.SalesEtlProperties;
import org.salesetl.inbox.Drop;
import org.salesetl.inbox.Drops;
import org.salesetl.ledger.Run;
import org.salesetl.load.Claim;
import org.salesetl.mapping.KnownMapping;
import org.salesetl.mapping.Mapping;
import org.salesetl.mapping.Mappings;
import org.salesetl.pipeline.LoadFileRoutes;
import org.springframework.stereotype.Component;

/**
 * Reads events from Kafka into files, and loads these files in runs. The offsets are in the transaction of the rows; a reading begins
 * where the ledger stands, so every event is loaded once, whenever a process dies.
 */
@Component
public class EventRoutes extends RouteBuilder {

    /** Takes the {@link Run}, and loads the events that have been read. */
    public static final String LOAD_EVENTS = "load-events";

    static final String READ_EVENTS = "read-events";
    static final String FINISH_EVENTS = "finish-events";

    private static final long POLL_MILLIS = 100;
    private static final int MOST_RECORDS = 5_000;

    /** Then a run ends, and files in the inbox get their turn. */
    private static final Duration LONGEST_TURN = Duration.ofSeconds(30);

    private final SalesEtlProperties properties;
    private final EventSpool spool;
    private final EventLedger ledger;
    private final Readings readings;
    private final Mappings mappings;
    private final Drops drops;

    EventRoutes(
            SalesEtlProperties properties,
            EventSpool spool,
            EventLedger ledger,
            Readings readings,
            Mappings mappings,
            Drops drops) {
        this.properties = properties;
        this.spool = spool;
        this.ledger = ledger;
        this.readings = readings;
        this.mappings = mappings;
        this.drops = drops;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        if (!properties.kafka().readsTopics()) {
            return;
        }
        errorHandler(noErrorHandler());

        getContext().getRegistry().bind(Clients.NAME, new Clients());

        from(topics())
                .routeId(READ_EVENTS)
                .process(on(List.class, this::collect));

        from(direct(LOAD_EVENTS))
                .routeId(LOAD_EVENTS)
                .enrich(direct(FINISH_EVENTS), asBefore())
                .split(makeOf(this::files))
                    .streaming()
                    .filter(is(Optional.class, Optional::isPresent))
                        .setBody(make(Optional.class, Optional::get))
                        .to(direct(LoadFileRoutes.LOAD_FILE))
                    .end()
                .end();

        // committed by a process that died, or while the archive had no room; all others are read again
        from(direct(FINISH_EVENTS))
                .routeId(FINISH_EVENTS)
                .split(makeOf(exchange -> spool.leftOvers()))
                    .streaming()
                    .filter(is(Path.class, this::awaitsArchive))
                    .setBody(makeOf(exchange -> new Claim(exchange.getVariable(RUN, Run.class), Drop.unread(exchange.getMessage().getBody(Path.class)))))
                    .to(direct(LoadFileRoutes.LOAD_FILE))
                .end()
                .process(exchange -> spool.leftOversSeen());
    }
    // spotless:on

    private EndpointConsumerBuilder topics() {
        KafkaSettings settings = properties.kafka();
        return kafka(String.join(",", settings.topics().keySet()))
                .brokers(settings.brokers())
                .groupId(settings.group())
                .batching(true)
                .allowManualCommit(true)
                .autoCommitEnable(false)
                .autoOffsetReset("earliest")
                .breakOnFirstError(true)
                // the default would skip an event
                .pollOnError(PollOnError.RECONNECT)
                .maxPollRecords(MOST_RECORDS)
                .pollTimeoutMs(POLL_MILLIS)
                .batchingIntervalMs(1)
                .keyDeserializer(ByteArrayDeserializer.class.getName())
                .valueDeserializer(ByteArrayDeserializer.class.getName())
                .advanced()
                .kafkaClientFactory("#" + Clients.NAME);
    }

    private void collect(List<?> events) {
        for (Object event : events) {
            Message message = ((Exchange) event).getMessage();
            spool.collect(
                    new EventPartition(
                            message.getHeader(KafkaConstants.TOPIC, String.class),
                            message.getHeader(KafkaConstants.PARTITION, Integer.class)),
                    message.getHeader(KafkaConstants.OFFSET, Long.class),
                    message.getHeader(KafkaConstants.TIMESTAMP, 0L, Long.class),
                    message.getBody(byte[].class));
        }
    }

    /** Deletes the file if it does not. */
    private boolean awaitsArchive(Path file) throws IOException {
        boolean awaits = ledger.awaitsArchive(drops.identify(file).sha256());
        if (!awaits) {
            Files.deleteIfExists(file);
        }
        return awaits;
    }

    private Iterator<Optional<Claim>> files(Exchange exchange) {
        Run run = exchange.getVariable(RUN, Run.class);
        return new EventFiles(
                spool,
                ledger,
                file -> Claim.ofEvents(run, Drop.unread(file.path()), file.range(), mapping(file)),
                LONGEST_TURN,
                () -> run.isCancelled() || exchange.getContext().isStopping());
    }

    private @Nullable Mapping mapping(EventFile file) {
        String topic = file.partition().topic();
        KafkaSettings.Topic settings = properties.kafka().topics().get(topic);
        String name = settings == null ? null : settings.mapping();
        if (name == null) {
            return null;
        }
        Mapping mapping = mappings.named(name).map(KnownMapping::mapping).orElse(null);
        if (mapping == null) {
            readings.withoutMapping(topic, name);
        } else {
            readings.mapped(topic);
        }
        return mapping;
    }

    /** Makes consumers that read where the ledger stands. */
    private final class Clients extends DefaultKafkaClientFactory {

        static final String NAME = "ledgerClients";

        private static final Map<String, String> USUAL = Map.of(
                "partition.assignment.strategy",
                CooperativeStickyAssignor.class.getName(),
                "allow.auto.create.topics",
                "false",
                // events of a transaction that came to nothing are none
                "isolation.level",
                "read_committed",
                "session.timeout.ms",
                "10000",
                "max.partition.fetch.bytes",
                "4194304");

        /** Here and not in the address of the endpoint, which people can see: there may be passwords among the settings. */
        @Override
        public Consumer<Object, Object> getConsumer(Properties settings) {
            Properties all = new Properties();
            all.putAll(settings);
            all.putAll(USUAL);
            all.putAll(properties.kafka().properties());
            return new LedgerConsumer(all, spool, ledger, readings);
        }
    }
}
