package org.salesetl.retention;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salesetl.SqlFile;
import org.salesetl.sql.SqlRow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs the statements of {@code sql/retention}. Nobody waits for them, so they have no time limit. */
@Component
class RetentionStatements {

    private final JdbcClient jdbc;
    private final Map<String, String> texts = new HashMap<>();

    RetentionStatements(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** The number that a query finds for a time. */
    long find(String name, Instant olderThan) {
        return jdbc.sql(text(name))
                .param("olderThan", stored(olderThan))
                .query(Long.class)
                .single();
    }

    /** The only row of a query about what is old. */
    Found look(String name, Map<String, Object> parameters) {
        return Found.of(rows(name, parameters).get(0));
    }

    List<SqlRow> rows(String name, Map<String, Object> parameters) {
        return jdbc.sql(text(name)).params(parameters).query().listOfRows().stream()
                .map(SqlRow::new)
                .toList();
    }

    /** How many rows the statement has changed. */
    int update(String name, Map<String, ?> parameters) {
        return jdbc.sql(text(name)).params(parameters).update();
    }

    /** Times are stored as UTC. */
    static LocalDateTime stored(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private synchronized String text(String name) {
        return texts.computeIfAbsent(name, SqlFile::read);
    }
}
