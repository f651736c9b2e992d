package org.salesetl;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Everything under {@code sales-etl.kafka.*}. Without topics and without a topic for what happens, no client of Kafka starts.
 *
 * @param brokers the addresses of some brokers, with a comma between them
 * @param group the name of the group of all instances that share the database
 * @param topics the topics whose events are loaded
 * @param eventsTopic the topic on which the service tells what has happened to files; nothing is told if it is not given
 * @param linger how long the first event of a batch waits for others, while nothing else is being loaded
 * @param backlog how much may have been read and not been loaded; then reading pauses
 * @param properties other settings of Kafka's clients, such as {@code security.protocol}
 */
public record KafkaSettings(
        @NotNull @DefaultValue("localhost:9092") String brokers,
        @NotNull @DefaultValue("sales-etl") String group,
        @NotNull @Valid @DefaultValue Map<String, Topic> topics,
        @Nullable String eventsTopic,
        @NotNull @DefaultValue("500ms") Duration linger,
        @NotNull @DefaultValue("256MB") DataSize backlog,
        @NotNull @DefaultValue Map<String, String> properties) {

    private static final Pattern POINT = Pattern.compile("\\.");
    private static final Pattern NAME = Pattern.compile("[\\w.-]{1,249}");

    public KafkaSettings {
        topics.keySet().forEach(name -> requireName("topics", name));
        topics.forEach(KafkaSettings::requireComplete);
        if (StringUtils.hasText(eventsTopic)) {
            requireName("events-topic", eventsTopic);
        }
        if (topics.containsKey(eventsTopic)) {
            throw new IllegalArgumentException(
                    "sales-etl.kafka.events-topic: expected another topic than those that are" + " loaded but found "
                            + eventsTopic);
        }
    }

    /** Whether events are loaded. */
    public boolean readsTopics() {
        return !topics.isEmpty();
    }

    /** Whether the service tells on a topic what has happened to files. */
    public boolean tellsEvents() {
        return StringUtils.hasText(eventsTopic);
    }

    /** Whether rejected events of some topic are sent to another topic. */
    public boolean tellsDeadLetters() {
        return topics.values().stream().anyMatch(topic -> StringUtils.hasText(topic.deadLetterTopic()));
    }

    private static void requireName(String key, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("sales-etl.kafka." + key
                    + ": expected the name of a topic, of letters, digits, '.', '_' and '-', but found " + name);
        }
    }

    private static void requireComplete(String name, Topic topic) {
        String key = "topics[" + name + "]";
        if (topic.format() == Format.CSV && topic.columns().isEmpty()) {
            throw new IllegalArgumentException("sales-etl.kafka." + key
                    + ".columns: expected the columns, since events of CSV have no header, but found none");
        }
        if (topic.format() == Format.CSV && StringUtils.hasText(topic.rows())) {
            throw new IllegalArgumentException("sales-etl.kafka." + key
                    + ".rows: expected events of JSON, since a record of CSV has no lists, but found CSV");
        }
        if (topic.list().stream().anyMatch(field -> !StringUtils.hasText(field))) {
            throw new IllegalArgumentException("sales-etl.kafka." + key
                    + ".rows: expected the fields that lead to a list, with points between them, such as order.lines, but found "
                    + topic.rows());
        }
        String deadLetters = topic.deadLetterTopic();
        if (StringUtils.hasText(deadLetters)) {
            requireName(key + ".dead-letter-topic", deadLetters);
            if (deadLetters.equals(name)) {
                throw new IllegalArgumentException("sales-etl.kafka." + key
                        + ".dead-letter-topic: expected another topic than that of the events but found "
                        + deadLetters);
            }
        }
    }

    /**
     * A topic whose events are loaded.
     *
     * @param format how an event is written
     * @param rows the list in each event that has a row for each item, such as {@code line_items}, by the fields that lead there with
     *     points between them; each event is a row if it is not given
     * @param mapping the name of the mapping that reads the events; if it is not given, their columns decide
     * @param columns the columns, for CSV in their order; for JSON, the fields of the first events decide if none are given
     * @param deadLetterTopic where events go that are rejected, beside the quarantine; nowhere if it is not given
     */
    public record Topic(
            @NotNull @DefaultValue("json") Format format,
            @Nullable String rows,
            @Nullable String mapping,
            @NotNull @DefaultValue List<String> columns,
            @Nullable String deadLetterTopic) {

        /** The fields that lead to the list in each event that has a row for each item; empty if each event is a row. */
        public List<String> list() {
            return StringUtils.hasText(rows) ? List.of(POINT.split(rows, -1)) : List.of();
        }
    }

    /** How an event is written. */
    public enum Format {
        /** One JSON object. */
        JSON,
        /** One record of CSV, with commas and without a header. */
        CSV
    }
}
