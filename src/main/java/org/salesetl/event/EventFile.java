package org.salesetl.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.jspecify.annotations.Nullable;
import org.salesetl.KafkaSettings.Format;
import org.salesetl.KafkaSettings.Topic;
import org.salesetl.inbox.FileNames;
import org.salesetl.json.JsonEvents;
import org.salesetl.load.EventRange;
import org.salesetl.text.Chunk;
import org.salesetl.text.RecordChunks;

/**
 * Collects the events of a partition in a file: each is one record, as it came, or one for each item of a list in it. What is compressed is named after the partition and
 * the offset, so no two of these files are the same, and the first bytes of the file tell its columns.
 */
final class EventFile implements Closeable {

    /** A compressed file of this size may expand as it likes. */
    static final int MOST_BYTES = 60 << 20;

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Path path;
    private final OutputStream target;
    private final Format format;
    private final List<String> list;
    private final EventPartition partition;
    private final long from;
    private final long begunNanos = System.nanoTime();
    private long to;
    private int events;
    private long bytes;
    private long newestMillis;
    private boolean closed;

    private EventFile(Path path, OutputStream target, Topic topic, EventPartition partition, long from) {
        this.path = path;
        this.target = target;
        this.format = topic.format();
        this.list = topic.list();
        this.partition = partition;
        this.from = from;
        this.to = from;
    }

    /**
     * Begins a file.
     *
     * @param from where the ledger stands when it has the events before these
     */
    static EventFile begin(Path folder, EventPartition partition, Topic topic, long from) throws IOException {
        String ending = topic.format() == Format.CSV ? ".csv" : ".jsonl";
        String name = "%s-%d-%015d%s".formatted(partition.topic(), partition.number(), from, ending);
        Path path = Files.createDirectories(folder).resolve(name + ".gz");
        for (int n = 2; Files.exists(path); n++) {
            // an earlier reading of the same events that is not settled
            path = FileNames.numbered(folder.resolve(name + ".gz"), n);
        }
        GzipParameters label = new GzipParameters();
        label.setFileName(name);
        label.setCompressionLevel(Deflater.BEST_SPEED);
        label.setBufferSize(1 << 15);
        label.setComment(json(topic.columns()));
        OutputStream target = new GzipCompressorOutputStream(
                new BufferedOutputStream(Files.newOutputStream(path, CREATE_NEW)), label);
        EventFile file = new EventFile(path, target, topic, partition, from);
        if (topic.format() == Format.CSV) {
            file.write((topic.columns().stream().map(EventFile::quoted).collect(Collectors.joining(",")) + "\n")
                    .getBytes(UTF_8));
        }
        return file;
    }

    /**
     * Appends an event.
     *
     * @param value null for an event that says that something is gone; its line stays blank
     */
    void append(long offset, long timestampMillis, byte @Nullable [] value) throws IOException {
        for (byte[] row : rows(value == null ? new byte[0] : value)) {
            write(line(row));
        }
        to = offset + 1;
        events++;
        newestMillis = Math.max(newestMillis, timestampMillis);
    }

    /** An event has one row, or one for each item of a list in it. */
    private List<byte[]> rows(byte[] value) {
        return list.isEmpty() ? List.of(value) : JsonEvents.rows(value, list);
    }

    /** Each row is one record, whatever is in it: line breaks that are not part of a cell of CSV become blanks. */
    private byte[] line(byte[] value) throws IOException {
        byte[] line = new byte[value.length + 1];
        System.arraycopy(value, 0, line, 0, value.length);
        line[value.length] = '\n';
        if (format == Format.CSV && isOneRecord(line)) {
            return line;
        }
        for (int i = 0; i < value.length; i++) {
            if (line[i] == '\n' || line[i] == '\r') {
                line[i] = ' ';
            }
        }
        return format == Format.CSV && !isOneRecord(line) ? inOneCell(line) : line;
    }

    private static boolean isOneRecord(byte[] line) throws IOException {
        try (RecordChunks records = new RecordChunks(new ByteArrayInputStream(line), ',')) {
            Chunk record = records.nextRecord();
            return record != null && !record.isMalformed(0) && !records.hasNext();
        }
    }

    /** An open quote would swallow the events after it. */
    private static byte[] inOneCell(byte[] line) {
        String text = new String(line, 0, line.length - 1, UTF_8);
        return (quoted(text) + "\n").getBytes(UTF_8);
    }

    private void write(byte[] record) throws IOException {
        target.write(record);
        bytes += record.length;
    }

    boolean isFull() {
        return bytes >= MOST_BYTES;
    }

    /** How many bytes the events have. */
    long bytes() {
        return bytes;
    }

    /** How long ago the first event was read. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begunNanos);
    }

    long begunNanos() {
        return begunNanos;
    }

    int events() {
        return events;
    }

    long to() {
        return to;
    }

    EventPartition partition() {
        return partition;
    }

    Path path() {
        return path;
    }

    EventRange range() {
        return new EventRange(
                partition.topic(), partition.number(), from, to, events, Instant.ofEpochMilli(newestMillis));
    }

    /** Completes the file. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            target.close();
        }
    }

    /** Deletes the file. */
    void delete() throws IOException {
        try {
            close();
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String json(List<String> columns) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            generator.writeStartArray();
            for (String column : columns) {
                generator.writeString(column);
            }
            generator.writeEndArray();
        }
        return text.toString();
    }
}
