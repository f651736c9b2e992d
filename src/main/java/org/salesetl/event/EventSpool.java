package org.salesetl.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.KafkaSettings;
import org.salesetl.SalesEtlProperties;
import org.salesetl.text.PlainFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The events that have been read and not been loaded yet, in files. One thread reads events into files that grow, another takes the
 * files that have waited long enough and loads them; so the files are small while little comes, and large while much has piled up.
 *
 * <p>Nothing here has to survive the process: the broker has the events, and the ledger knows which of them are loaded.
 */
@Component
public class EventSpool {

    private static final Logger log = LoggerFactory.getLogger(EventSpool.class);
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(5);

    private final KafkaSettings settings;
    private final Path folder;
    private final Map<EventPartition, PartitionReading> readings = new HashMap<>();
    private long spooledBytes;
    private long pausedUntilNanos = System.nanoTime();
    private long givenWayUntilNanos = System.nanoTime();
    private boolean leftOversSeen;

    EventSpool(SalesEtlProperties properties) {
        this.settings = properties.kafka();
        this.folder = properties.data().toAbsolutePath().normalize().resolve("events");
    }

    /** Notes that this instance reads these partitions from now on. Their places in the ledger are to be looked up. */
    synchronized void assigned(Collection<EventPartition> partitions) {
        partitions.forEach(partition -> begin(readings.computeIfAbsent(partition, any -> new PartitionReading())));
    }

    /** Notes that another instance may read these partitions from now on. */
    synchronized void revoked(Collection<EventPartition> partitions) {
        for (EventPartition partition : partitions) {
            PartitionReading reading = readings.remove(partition);
            if (reading != null) {
                begin(reading);
            }
        }
    }

    /** The partitions whose places in the ledger have to be looked up. Not those of which a file is being loaded: its end decides. */
    synchronized Set<EventPartition> lost() {
        return readings.entrySet().stream()
                .filter(reading ->
                        !reading.getValue().isPlaced() && reading.getValue().inHand() == null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Sets the place in the ledger from which the partition is read now. */
    synchronized void place(EventPartition partition, long position) {
        PartitionReading reading = readings.get(partition);
        if (reading != null) {
            reading.place(position);
        }
    }

    /** Whether a partition may be read now. */
    synchronized boolean takes(EventPartition partition) {
        PartitionReading reading = readings.get(partition);
        return reading != null
                && reading.isPlaced()
                && spooledBytes < settings.backlog().toBytes()
                && System.nanoTime() - pausedUntilNanos >= 0;
    }

    /** Notes the first of the events that were just read. */
    synchronized void polled(EventPartition partition, long firstOffset) {
        PartitionReading reading = readings.get(partition);
        if (reading != null) {
            reading.polled(firstOffset);
        }
    }

    /**
     * Collects an event, unless it is not the next one.
     *
     * @param value null for an event without a value
     */
    synchronized void collect(EventPartition partition, long offset, long timestampMillis, byte @Nullable [] value) {
        PartitionReading reading = readings.get(partition);
        if (reading == null || !reading.counts(offset)) {
            return;
        }
        try {
            EventFile file = growing(partition, reading);
            long before = file.bytes();
            file.append(offset, timestampMillis, value);
            spooledBytes += file.bytes() - before;
            reading.collected(offset);
            if (file.isFull()) {
                file.close();
            }
        } catch (IOException e) {
            log.warn(
                    "Events of {} cannot be kept in {} ({}); they are read again later",
                    partition,
                    folder,
                    e.toString());
            pausedUntilNanos = System.nanoTime() + PAUSE_AFTER_TROUBLE.toNanos();
            begin(reading);
        }
    }

    private EventFile growing(EventPartition partition, PartitionReading reading) throws IOException {
        EventFile last = reading.files().peekLast();
        if (last != null && !last.isFull()) {
            return last;
        }
        EventFile next = EventFile.begin(
                folder,
                partition,
                Objects.requireNonNull(settings.topics().get(partition.topic())),
                reading.expected());
        reading.files().addLast(next);
        return next;
    }

    /** Whether a file can be loaded now. */
    public synchronized boolean isWaiting() {
        return System.nanoTime() - givenWayUntilNanos >= 0
                && (ready().isPresent() || (!leftOversSeen && !leftOvers().isEmpty()));
    }

    /** Takes the file that has waited longest; empty if none has waited long enough. It has to be {@link #settle settled}. */
    synchronized Optional<EventFile> next() {
        Optional<PartitionReading> ready = ready();
        if (ready.isEmpty()) {
            return Optional.empty();
        }
        PartitionReading reading = ready.get();
        EventFile file = reading.files().removeFirst();
        reading.takeInHand(file);
        try {
            file.close();
            return Optional.of(file);
        } catch (IOException e) {
            log.warn(
                    "Events of {} cannot be kept in {} ({}); they are read again later",
                    file.partition(),
                    folder,
                    e.toString());
            settle(file, -1);
            return Optional.empty();
        }
    }

    private Optional<PartitionReading> ready() {
        return readings.values().stream()
                .filter(reading -> reading.isPlaced() && reading.inHand() == null)
                .filter(reading ->
                        !reading.files().isEmpty() && isReady(reading.files().getFirst()))
                .min(Comparator.comparing(reading -> reading.files().getFirst().begunNanos()));
    }

    private boolean isReady(EventFile file) {
        return file.isFull() || file.age().compareTo(settings.linger()) >= 0;
    }

    /**
     * Notes that a file has been brought to its end, whichever that is.
     *
     * @param position where the ledger stands now; negative if that is not known
     */
    synchronized void settle(EventFile file, long position) {
        spooledBytes -= file.bytes();
        PartitionReading reading = readings.get(file.partition());
        if (reading != null && reading.inHand() == file) {
            reading.takeInHand(null);
            if (reading.isPlaced() && position == file.to()) {
                reading.advanced(position);
            } else {
                begin(reading);
            }
        }
        if (position < file.to()) {
            delete(file);
        }
    }

    /** Gives up what has been read: the partition is to be read again from where the ledger stands. */
    private void begin(PartitionReading reading) {
        for (EventFile file : reading.files()) {
            spooledBytes -= file.bytes();
            delete(file);
        }
        reading.files().clear();
        reading.lose();
    }

    private static void delete(EventFile file) {
        try {
            file.delete();
        } catch (IOException e) {
            log.warn("{} cannot be deleted ({})", file.path(), e.toString());
        }
    }

    /** The files that an earlier process left, or that are loaded and wait for room in the archive. */
    synchronized List<Path> leftOvers() {
        if (!Files.isDirectory(folder)) {
            leftOversSeen = true;
            return List.of();
        }
        Set<Path> own = readings.values().stream()
                .flatMap(reading -> Stream.concat(reading.files().stream(), Stream.ofNullable(reading.inHand())))
                .map(EventFile::path)
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(PlainFile::is)
                    .filter(file -> !own.contains(file))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }

    /** Notes that the files that an earlier process left have been looked at. */
    synchronized void leftOversSeen() {
        leftOversSeen = true;
    }

    /** Whether this instance reads the partition, and has loaded all that it has read. */
    synchronized boolean isDone(EventPartition partition) {
        PartitionReading reading = readings.get(partition);
        return reading != null
                && reading.isPlaced()
                && reading.inHand() == null
                && reading.files().isEmpty()
                && reading.position() == reading.expected();
    }

    /** Lets other instances load for a moment. */
    public synchronized void giveWay(Duration time) {
        givenWayUntilNanos = System.nanoTime() + time.toNanos();
    }

    /** Where the ledger stands in the partitions that this instance reads, as far as that is known. */
    synchronized Map<EventPartition, Long> positions() {
        return readings.entrySet().stream()
                .filter(reading -> reading.getValue().isPlaced())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, reading -> reading.getValue().position()));
    }
}
