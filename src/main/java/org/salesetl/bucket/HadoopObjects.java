package org.salesetl.bucket;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.engine.SparkException;
import org.salesetl.engine.SparkProgram;
import org.salesetl.engine.SparkPrograms;
import org.salesetl.work.WorkFolder;

/**
 * The files of a folder on a file system of Hadoop. A program with the libraries of Hadoop, which come with Spark, lists and copies them; it
 * runs beside this process and asks no cluster.
 */
class HadoopObjects implements StoredObjects, AutoCloseable {

    private static final String MAIN_CLASS = "StoredFiles";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TO_START = Duration.ofMinutes(2);
    private static final Duration TO_ANSWER = Duration.ofMinutes(10);

    private final SalesEtlProperties properties;
    private final WorkFolder work;
    private volatile @Nullable SparkProgram program;

    HadoopObjects(SalesEtlProperties properties, WorkFolder work) {
        this.properties = properties;
        this.work = work;
    }

    @Override
    public List<ListedObject> page(String after) throws IOException {
        return listed(JSON.createObjectNode().put("ask", after.isEmpty() ? "first" : "next"));
    }

    @Override
    public List<ListedObject> folder(String key, int most) throws IOException {
        return listed(
                JSON.createObjectNode().put("ask", "folder").put("key", key).put("most", most));
    }

    private List<ListedObject> listed(ObjectNode question) throws IOException {
        JsonNode answer = ask(question, TO_ANSWER);
        List<ListedObject> page = new ArrayList<>();
        for (JsonNode file : answer.get("files")) {
            page.add(new ListedObject(
                    file.get("key").asText(),
                    file.get("version").asText(),
                    file.get("bytes").asLong(),
                    Instant.ofEpochMilli(file.get("modified").asLong())));
        }
        return page;
    }

    @Override
    public void read(ListedObject object, Reader reader) throws IOException {
        Path copy = work.path().resolve("fetched-" + UUID.randomUUID());
        try {
            ObjectNode question = JSON.createObjectNode()
                    .put("ask", "copy")
                    .put("key", object.key())
                    .put("version", object.version())
                    .put("to", copy.toString());
            JsonNode answer = ask(question, timeFor(object));
            if (answer.has("refused")) {
                throw new ObjectException(answer.get("refused").asText(), null);
            }
            try (InputStream content = Files.newInputStream(copy)) {
                reader.read(content);
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Whoever sends less than a megabyte a second sends nothing. */
    private static Duration timeFor(ListedObject object) {
        return TO_ANSWER.plusSeconds(object.bytes() >> 20);
    }

    private JsonNode ask(ObjectNode question, Duration limit) throws IOException {
        try {
            return SparkProgram.read(running().ask(question, limit));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SparkException("the service stops", e);
        }
    }

    private SparkProgram running() throws IOException, InterruptedException {
        SparkProgram current = program;
        if (current == null || !current.isAlive()) {
            current = SparkProgram.start(
                    SparkPrograms.program(
                            properties.spark(),
                            MAIN_CLASS,
                            requireNonNull(properties.bucket().folder()),
                            Map.of()),
                    work.path().resolve("stored-files.log"));
            program = current;
        }
        current.awaitReady(TO_START);
        return current;
    }

    @Override
    public void close() {
        SparkProgram current = program;
        if (current != null) {
            current.close();
        }
    }
}
