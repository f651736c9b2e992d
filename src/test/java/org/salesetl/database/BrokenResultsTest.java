package org.salesetl.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesetl.WarehouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a connection is worth on which a long result broke off. */
class BrokenResultsTest extends WarehouseTest {

    /** A million rows of a hundred bytes. */
    private static final String MANY_ROWS = """
            WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
            SELECT a.i, REPEAT('x', 100) AS text FROM n a CROSS JOIN n b""";

    private static final int USES = 200;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private PlatformTransactionManager transactions;

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 100_000})
    void isHandedOutToNobodyAfterItWasCut(int rowsBefore) {
        JdbcTemplate rows = new JdbcTemplate(dataSource);
        rows.setFetchSize(Integer.MIN_VALUE);
        AtomicInteger read = new AtomicInteger();
        TransactionTemplate transaction = new TransactionTemplate(transactions);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    Integer id = new JdbcTemplate(dataSource).queryForObject("SELECT CONNECTION_ID()", Integer.class);
                    rows.query(MANY_ROWS, result -> {
                        if (read.incrementAndGet() == rowsBefore) {
                            kill(id);
                        }
                    });
                }))
                .isNotNull();

        assertOthersWork();
    }

    @Test
    void isHandedOutToNobodyAfterItsReaderGaveUpAndItWasCut() {
        JdbcTemplate rows = new JdbcTemplate(dataSource);
        rows.setFetchSize(Integer.MIN_VALUE);
        TransactionTemplate transaction = new TransactionTemplate(transactions);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    Integer id = new JdbcTemplate(dataSource).queryForObject("SELECT CONNECTION_ID()", Integer.class);
                    rows.query(MANY_ROWS, (RowCallbackHandler) result -> {
                        kill(id);
                        throw new IllegalStateException("enough");
                    });
                }))
                .isNotNull();

        assertOthersWork();
    }

    /** The pool looks at a connection that has just been used only when something of it fails. */
    private void assertOthersWork() {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        for (int use = 0; use < USES; use++) {
            assertThat(jdbc.queryForObject("SELECT 1", Integer.class)).isEqualTo(1);
        }
    }

    private void kill(Integer id) {
        try (Connection other = dataSource.getConnection()) {
            other.createStatement().execute("KILL " + id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
