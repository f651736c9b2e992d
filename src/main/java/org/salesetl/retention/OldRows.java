package org.salesetl.retention;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Deletes old rows by statements, some thousand rows at a time. */
final class OldRows implements OldThings {

    /** So many rows are gone in a fraction of a second. */
    private static final int MOST_ROWS = 2_000;

    private final RetentionStatements statements;
    private final Subject subject;
    private final String look;
    private final Map<String, String> borders;
    private final List<String> before;
    private final List<String> deletes;

    /**
     * @param look the query for a {@link Found}
     * @param borders the queries for the first rows that stay, by the names of the parameters
     * @param before the statements that come before those that delete
     * @param deletes the statements that delete at most {@code :most} rows each
     */
    OldRows(
            RetentionStatements statements,
            Subject subject,
            String look,
            Map<String, String> borders,
            List<String> before,
            List<String> deletes) {
        this.statements = statements;
        this.subject = subject;
        this.look = look;
        this.borders = borders;
        this.before = before;
        this.deletes = deletes;
    }

    @Override
    public Subject subject() {
        return subject;
    }

    @Override
    public Found look(Instant olderThan) {
        return statements.look(look, parameters(olderThan));
    }

    @Override
    public Batches begin(Instant olderThan) {
        Map<String, Object> parameters = parameters(olderThan);
        parameters.put("most", MOST_ROWS);
        return new Batches() {
            private boolean done;

            @Override
            public long deleteSome() {
                before.forEach(name -> statements.update(name, parameters));
                long deleted = deletes.stream()
                        .mapToLong(name -> statements.update(name, parameters))
                        .sum();
                done = deleted == 0;
                return deleted;
            }

            @Override
            public boolean isDone() {
                return done;
            }
        };
    }

    private Map<String, Object> parameters(Instant olderThan) {
        Map<String, Object> parameters = new HashMap<>();
        borders.forEach((parameter, query) -> parameters.put(parameter, statements.find(query, olderThan)));
        return parameters;
    }
}
