package org.salesetl.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.Instance;
import org.salesetl.KafkaSettings;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SqlFile;
import org.salesetl.event.DeadLetters.Page;
import org.salesetl.sql.SqlRow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What has happened to files and is to be told on a topic, in the order in which it happened. Each is deleted when the broker has it, so
 * all of them come at least once, and one that comes twice has the same id.
 */
@Component
class Outbox {

    private static final String SELECT = SqlFile.read("event/select-outbox");
    private static final String CLAIM = SqlFile.read("event/claim-outbox");
    private static final String DELETE_TOLD = SqlFile.read("event/delete-told");
    private static final String DELETE_UNTOLD = SqlFile.read("event/delete-untold");

    /** One key, so that all events are in one partition, in order. */
    private static final String KEY = "files";

    private static final String DEAD_LETTERS = "dead-letters";

    private final JdbcTemplate jdbc;
    private final DeadLetters letters;
    private final KafkaSettings settings;
    private final String instance;
    private final ObjectMapper json;
    private final Clock clock;

    Outbox(
            JdbcTemplate jdbc,
            DeadLetters letters,
            SalesEtlProperties properties,
            Instance instance,
            ObjectMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.settings = properties.kafka();
        this.instance = instance.id();
        this.json = json;
        this.clock = clock;
    }

    /** What is to be told next; nothing if another instance is telling it, or if there is none. */
    Batch next() {
        jdbc.update(DELETE_UNTOLD);
        List<SqlRow> rows = jdbc.queryForList(SELECT).stream().map(SqlRow::new).toList();
        if (rows.isEmpty()) {
            return Batch.NONE;
        }
        long first = id(rows.get(0));
        if (jdbc.update(CLAIM, instance, first, instance) == 0) {
            return Batch.NONE;
        }
        return rows.get(0).text("type").equals(DEAD_LETTERS) ? deadLetters(rows.get(0)) : events(rows);
    }

    private Batch events(List<SqlRow> rows) {
        List<Told> told = new ArrayList<>();
        long last = id(rows.get(0));
        for (SqlRow row : rows) {
            if (row.text("type").equals(DEAD_LETTERS)) {
                break;
            }
            last = id(row);
            String topic = settings.eventsTopic();
            if (topic != null && settings.tellsEvents()) {
                told.add(event(row, topic));
            }
        }
        return new Batch(told, id(rows.get(0)), last, null);
    }

    private Told event(SqlRow row, String topic) {
        try {
            ObjectNode event = json.createObjectNode();
            event.put("id", row.text("event_id"));
            event.put("type", row.text("type"));
            event.put("time", row.time("created_at").toString());
            event.set("data", json.readTree(row.text("payload")));
            return new Told(
                    topic,
                    KEY,
                    json.writeValueAsString(event),
                    Map.of("id", row.text("event_id"), "type", row.text("type")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database has made an event that is no JSON", e);
        }
    }

    private Batch deadLetters(SqlRow row) {
        boolean patient = row.time("created_at").plus(Duration.ofMinutes(1)).isAfter(clock.instant());
        @Nullable Page page = letters.next(row.integer("file_id"), patient);
        return page == null ? Batch.NONE : new Batch(page.letters(), id(row), page.isLast() ? id(row) : -1, page);
    }

    /** Notes that the broker has all of these. */
    void told(Batch batch) {
        if (batch.last() >= 0) {
            jdbc.update(DELETE_TOLD, batch.first(), batch.last());
        }
        @Nullable Page page = batch.page();
        if (page != null) {
            letters.told(page);
        }
    }

    private static long id(SqlRow row) {
        return row.longInteger("outbox_id");
    }

    /**
     * Some events that are told together.
     *
     * @param first the number of the first row
     * @param last the number of the last row that is done when these are told; negative if none is
     * @param page the dead letters among them; null if there are none
     */
    record Batch(
            List<Told> told,
            long first,
            long last,
            @Nullable Page page) {

        static final Batch NONE = new Batch(List.of(), 0, -1, null);

        Batch {
            told = List.copyOf(told);
        }
    }
}
