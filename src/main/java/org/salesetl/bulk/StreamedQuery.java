package org.salesetl.bulk;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.salesetl.SqlFile;
import org.salesetl.sql.SqlRow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads the rows of a query one at a time, in the current transaction, however many there are. (A streaming {@code sql:} endpoint
 * uses a connection of its own, which sees neither the transaction nor its temporary tables.)
 */
@Component
public class StreamedQuery {

    private final JdbcTemplate jdbc;
    private final ColumnMapRowMapper rows = new ColumnMapRowMapper();
    private final Map<String, String> statements = new ConcurrentHashMap<>();

    @Autowired
    StreamedQuery(DataSource dataSource) {
        this(dataSource, Duration.ZERO);
    }

    /**
     * @param timeLimit how long the database may take until the first row; zero for no limit
     */
    public StreamedQuery(DataSource dataSource, Duration timeLimit) {
        this.jdbc = new JdbcTemplate(dataSource);
        // with this fetch size the driver does not hold the whole result
        this.jdbc.setFetchSize(Integer.MIN_VALUE);
        if (!timeLimit.isZero()) {
            // zero seconds would mean no limit
            this.jdbc.setQueryTimeout((int) Math.max(1, timeLimit.toSeconds()));
        }
    }

    /** Gives every row of {@code sql/{name}.sql} to the consumer, which must not use the database meanwhile. */
    public void forEach(String name, Consumer<SqlRow> consumer, Object... parameters) {
        String statement = statements.computeIfAbsent(name, SqlFile::read);
        jdbc.query(
                statement,
                result -> {
                    consumer.accept(new SqlRow(rows.mapRow(result, 0)));
                },
                parameters);
    }
}
