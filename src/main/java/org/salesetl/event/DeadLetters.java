package org.salesetl.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.salesetl.KafkaSettings;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SqlFile;
import org.salesetl.archive.Archive;
import org.salesetl.sql.SqlRow;
import org.salesetl.text.DroppedRecords;
import org.salesetl.text.Encoding;
import org.salesetl.vocabulary.Labelled;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Rejected events as they came, each with the reason, a page at a time. */
@Component
class DeadLetters {

    private static final String SELECT = SqlFile.read("event/select-dead-letters");
    private static final int PAGE = 500;

    private final JdbcTemplate jdbc;
    private final Archive archive;
    private final KafkaSettings settings;
    private final ObjectMapper json;

    /** Up to which line the events of a file have been told. */
    private final Map<Integer, Integer> toldLines = new ConcurrentHashMap<>();

    DeadLetters(JdbcTemplate jdbc, Archive archive, SalesEtlProperties properties, ObjectMapper json) {
        this.jdbc = jdbc;
        this.archive = archive;
        this.settings = properties.kafka();
        this.json = json;
    }

    /**
     * The next rejected events of a file.
     *
     * @param patient whether to wait until the file is in the archive
     * @return null if they have to wait
     */
    @Nullable
    Page next(int fileId, boolean patient) {
        List<SqlRow> rows = jdbc.queryForList(SELECT, fileId, toldLines.getOrDefault(fileId, 0)).stream()
                .map(SqlRow::new)
                .toList();
        String topic = rows.isEmpty() ? null : deadLetterTopic(rows.get(0).text("topic"));
        if (topic == null) {
            return new Page(List.of(), fileId, Integer.MAX_VALUE);
        }
        String archivedAs = rows.get(0).textOrNull("archived_as");
        if (archivedAs == null && patient) {
            return null;
        }
        Map<Integer, String> records = records(archivedAs, rows);
        List<Told> letters =
                rows.stream().map(row -> letter(topic, fileId, row, records)).toList();
        int line = rows.get(rows.size() - 1).integer("line");
        return new Page(letters, fileId, rows.size() < PAGE ? Integer.MAX_VALUE : line);
    }

    /** Notes that these events have been told. */
    void told(Page page) {
        if (page.isLast()) {
            toldLines.remove(page.fileId());
        } else {
            toldLines.put(page.fileId(), page.line());
        }
    }

    private @Nullable String deadLetterTopic(String topic) {
        KafkaSettings.Topic known = settings.topics().get(topic);
        String letters = known == null ? null : known.deadLetterTopic();
        return StringUtils.hasText(letters) ? letters : null;
    }

    /** The events in the archived file; none if retention has deleted it, or nobody can read it. */
    private Map<Integer, String> records(@Nullable String archivedAs, List<SqlRow> rows) {
        Path file = archivedAs == null ? null : archive.resolve(archivedAs);
        if (file == null || !Files.isRegularFile(file)) {
            return Map.of();
        }
        TreeSet<Integer> lines = new TreeSet<>();
        rows.forEach(row -> lines.add(row.integer("line")));
        try {
            return DroppedRecords.at(
                    file, Labelled.of(Encoding.class, rows.get(0).text("encoding")), ',', lines);
        } catch (IOException e) {
            return Map.of();
        }
    }

    private Told letter(String topic, int fileId, SqlRow row, Map<Integer, String> records) {
        int line = row.integer("line");
        Map<String, String> headers = new HashMap<>();
        headers.put("reason", row.text("reasons"));
        headers.put("message", messages(row.text("faults")));
        headers.put("topic", row.text("topic"));
        headers.put("partition", String.valueOf(row.integer("partition_id")));
        headers.put("file", String.valueOf(fileId));
        headers.put("line", String.valueOf(line));
        String record = records.get(line);
        return new Told(topic, null, record == null ? row.text("raw") : record, headers);
    }

    private String messages(String faults) {
        try {
            List<String> messages = new ArrayList<>();
            for (JsonNode fault : json.readTree(faults)) {
                messages.add(fault.path("message").asText());
            }
            return String.join("; ", messages);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The faults of a row are no JSON", e);
        }
    }

    /**
     * Some rejected events of a file.
     *
     * @param line the last of their lines; the greatest number if no others follow
     */
    record Page(List<Told> letters, int fileId, int line) {

        Page {
            letters = List.copyOf(letters);
        }

        boolean isLast() {
            return line == Integer.MAX_VALUE;
        }
    }
}
