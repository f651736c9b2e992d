package org.salesetl.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * A consumer that reads where the ledger stands, whatever offsets the broker has. The broker is told how far the ledger has come, for
 * people and programs that look there. While too much waits to be loaded, the consumer stays in its group and reads nothing.
 */
final class LedgerConsumer extends KafkaConsumer<Object, Object> {

    private static final Logger log = LoggerFactory.getLogger(LedgerConsumer.class);
    private static final Duration LOOK_PERIOD = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final EventSpool spool;
    private final EventLedger ledger;
    private final Readings readings;
    private Map<EventPartition, Long> committed = Map.of();
    private Instant lookedAt = Instant.EPOCH;
    private Collection<String> topics = List.of();

    LedgerConsumer(Properties properties, EventSpool spool, EventLedger ledger, Readings readings) {
        super(properties);
        this.spool = spool;
        this.ledger = ledger;
        this.readings = readings;
    }

    @Override
    public void subscribe(Collection<String> wanted, ConsumerRebalanceListener listener) {
        topics = List.copyOf(wanted);
        super.subscribe(wanted, new Rebalance(listener));
    }

    @Override
    public ConsumerRecords<Object, Object> poll(Duration timeout) {
        placeLost();
        pauseOrResume();
        look();
        ConsumerRecords<Object, Object> records = pollIfAllowed(timeout);
        for (TopicPartition partition : records.partitions()) {
            spool.polled(ours(partition), records.records(partition).get(0).offset());
        }
        return records;
    }

    /** Somebody may give the account its rights back. */
    private ConsumerRecords<Object, Object> pollIfAllowed(Duration timeout) {
        try {
            return super.poll(timeout);
        } catch (AuthenticationException | AuthorizationException e) {
            readings.away(e);
            LockSupport.parkNanos(PATIENCE.toNanos());
            return ConsumerRecords.empty();
        }
    }

    private void placeLost() {
        Set<EventPartition> lost = spool.lost();
        if (lost.isEmpty()) {
            return;
        }
        try {
            Set<TopicPartition> theirs =
                    lost.stream().map(LedgerConsumer::theirs).collect(Collectors.toSet());
            Map<TopicPartition, Long> first = beginningOffsets(theirs, PATIENCE);
            Map<TopicPartition, Long> end = endOffsets(theirs, PATIENCE);
            for (EventPartition partition : lost) {
                place(partition, first.getOrDefault(theirs(partition), 0L), end.getOrDefault(theirs(partition), 0L));
            }
        } catch (KafkaException | DataAccessException | TransactionException e) {
            log.debug("The places of partitions are looked up again later", e);
        }
    }

    private void place(EventPartition partition, long first, long end) {
        Long known = ledger.position(partition);
        if (known != null && known > end) {
            readings.ahead(partition, known, end);
            return;
        }
        readings.inOrder(partition);
        long position = known == null ? first : known;
        if (position < first) {
            log.warn(
                    "{}: the broker has deleted the events {} to {} before they were loaded",
                    partition,
                    position,
                    first - 1);
        }
        seek(theirs(partition), Math.max(position, first));
        spool.place(partition, position);
    }

    private void pauseOrResume() {
        Map<Boolean, Set<TopicPartition>> paused = assignment().stream()
                .collect(Collectors.partitioningBy(partition -> spool.takes(ours(partition)), Collectors.toSet()));
        Set<TopicPartition> before = paused();
        Set<TopicPartition> resumed = paused.getOrDefault(true, Set.of());
        Set<TopicPartition> stopped = paused.getOrDefault(false, Set.of());
        if (!before.equals(stopped)) {
            resume(resumed);
            pause(stopped);
        }
    }

    /** Tells the broker how far the ledger has come, and asks how much there is. */
    private void look() {
        Instant now = Instant.now();
        if (now.isBefore(lookedAt.plus(LOOK_PERIOD))) {
            return;
        }
        lookedAt = now;
        try {
            tellPositions(spool.positions());
            Set<TopicPartition> all = topics.stream()
                    .flatMap(topic -> partitionsFor(topic, PATIENCE).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .collect(Collectors.toSet());
            Map<EventPartition, Long> ends = new HashMap<>();
            endOffsets(all, PATIENCE).forEach((partition, end) -> ends.put(ours(partition), end));
            Map<EventPartition, EventLedger.Position> known = ledger.positions();
            known.forEach((partition, position) -> {
                // behind the last event there may be marks of transactions, which are no events
                if (spool.isDone(partition) && position(theirs(partition)) >= ends.getOrDefault(partition, 0L)) {
                    ends.put(partition, position.offset());
                }
            });
            readings.looked(known, ends);
        } catch (KafkaException e) {
            readings.away(e);
        } catch (DataAccessException | TransactionException e) {
            log.debug("The figures of topics stay as they are", e);
        }
    }

    private void tellPositions(Map<EventPartition, Long> positions) {
        if (positions.equals(committed)) {
            return;
        }
        committed = positions;
        Map<TopicPartition, OffsetAndMetadata> offsets = positions.entrySet().stream()
                .filter(position -> assignment().contains(theirs(position.getKey())))
                .collect(Collectors.toMap(
                        position -> theirs(position.getKey()), position -> new OffsetAndMetadata(position.getValue())));
        commitAsync(offsets, (told, failure) -> {
            if (failure != null) {
                log.debug("The broker was not told how far the ledger has come", failure);
            }
        });
    }

    private static EventPartition ours(TopicPartition partition) {
        return new EventPartition(partition.topic(), partition.partition());
    }

    private static TopicPartition theirs(EventPartition partition) {
        return new TopicPartition(partition.topic(), partition.number());
    }

    private static List<EventPartition> ours(Collection<TopicPartition> partitions) {
        return partitions.stream().map(LedgerConsumer::ours).toList();
    }

    /** Tells the spool whose partitions these are. */
    private final class Rebalance implements ConsumerRebalanceListener {

        private final ConsumerRebalanceListener others;

        Rebalance(ConsumerRebalanceListener others) {
            this.others = others;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            spool.assigned(ours(partitions));
            pause(partitions);
            others.onPartitionsAssigned(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            spool.revoked(ours(partitions));
            readings.gone(ours(partitions));
            others.onPartitionsRevoked(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            spool.revoked(ours(partitions));
            readings.gone(ours(partitions));
            others.onPartitionsLost(partitions);
        }
    }
}
