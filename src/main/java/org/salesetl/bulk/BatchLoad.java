package org.salesetl.bulk;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** Batches of an {@code INSERT}, which the driver makes into one statement each, for servers that forbid {@code LOAD DATA LOCAL}. */
final class BatchLoad implements BulkLoad {

    private static final int ROWS = 2_000;

    private final PreparedStatement insert;
    private final String statement;
    private final SQLExceptionTranslator translator;
    private int values;
    private long written;
    private boolean closed;

    BatchLoad(Connection connection, String statement, SQLExceptionTranslator translator) throws SQLException {
        this.insert = connection.prepareStatement(statement);
        this.statement = statement;
        this.translator = translator;
    }

    @Override
    public RowWriter text(@Nullable String value) {
        attempt(() -> insert.setString(++values, value));
        return this;
    }

    @Override
    public RowWriter number(long value) {
        attempt(() -> insert.setLong(++values, value));
        return this;
    }

    @Override
    public RowWriter decimal(@Nullable BigDecimal value) {
        attempt(() -> insert.setBigDecimal(++values, value));
        return this;
    }

    @Override
    public void end() {
        attempt(insert::addBatch);
        values = 0;
        written++;
        if (written % ROWS == 0) {
            attempt(insert::executeBatch);
        }
    }

    @Override
    public void complete() {
        attempt(insert::executeBatch);
    }

    @Override
    public long finish() {
        attempt(insert::executeBatch);
        close();
        return written;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            attempt(insert::close);
        }
    }

    private void attempt(JdbcStep step) {
        try {
            step.run();
        } catch (SQLException e) {
            RuntimeException translated = translator.translate("bulk load", statement, e);
            throw translated == null ? new IllegalStateException("The load failed", e) : translated;
        }
    }

    private interface JdbcStep {
        void run() throws SQLException;
    }
}
