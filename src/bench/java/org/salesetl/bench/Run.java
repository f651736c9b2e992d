package org.salesetl.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** A run as {@code GET /api/etl/runs/{id}} tells it. */
record Run(JsonNode json) {

    String status() {
        return json.path("status").asText();
    }

    Instant finishedAt() {
        return Instant.parse(json.path("finishedAt").asText());
    }

    /** From its start to its end, by the ledger. */
    double seconds() {
        Instant started = Instant.parse(json.path("startedAt").asText());
        return Duration.between(started, finishedAt()).toNanos() / 1e9;
    }

    List<JsonNode> files() {
        return StreamSupport.stream(json.path("files").spliterator(), false).toList();
    }

    /** A count of the books, over the run's files of one kind. */
    long sum(String kind, String count) {
        return files().stream()
                .filter(file -> file.path("kind").asText().equals(kind))
                .mapToLong(file -> file.path(count).asLong())
                .sum();
    }
}
