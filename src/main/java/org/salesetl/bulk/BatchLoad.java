package org.salesetl.bulk;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.salesetl.row.BulkRow;
import org.salesetl.row.RowWriter;

/**
 * Loads rows by batches of an {@code INSERT}, for servers that forbid {@code LOAD DATA LOCAL}. The driver turns each batch into
 * one statement.
 */
final class BatchLoad implements BulkLoad, RowWriter {

    private static final int ROWS = 2_000;

    private final PreparedStatement insert;
    private final LoadStatement statement;
    private int values;
    private long written;
    private boolean closed;

    BatchLoad(LoadStatement statement) throws SQLException {
        this.insert = statement.connection().prepareStatement(statement.insert());
        this.statement = statement;
    }

    @Override
    public void write(BulkRow row) {
        row.writeTo(this);
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
            throw statement.translated(e);
        }
    }

    private interface JdbcStep {
        void run() throws SQLException;
    }
}
