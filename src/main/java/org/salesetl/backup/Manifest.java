package org.salesetl.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;

/**
 * What a backup holds. The manifest is the last entry of the file, so a backup without one is not complete.
 *
 * @param madeAt when the backup was begun
 * @param schema the version of the tables
 * @param rows the number of rows of each table
 */
record Manifest(String madeAt, String schema, Map<String, Long> rows) {

    static final String ENTRY = "backup.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A manifest has only text and numbers", e);
        }
    }

    /**
     * @throws IOException if the text is no manifest
     */
    static Manifest of(byte[] json) throws IOException {
        return JSON.readValue(json, Manifest.class);
    }

    long allRows() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
