package org.salesetl;

import com.mysql.cj.jdbc.JdbcConnection;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import org.apache.camel.Exchange;
import org.apache.camel.Ordered;
import org.apache.camel.component.sql.DefaultSqlPrepareStatementStrategy;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells the driver to read the result of a statement row by row, so that a long result needs little memory. The driver needs the fetch
 * size {@link Integer#MIN_VALUE} for that, and the option {@code fetchSize} of camel-sql does not allow this value.
 */
@Component(OneRowAtATimePolicy.NAME)
public class OneRowAtATimePolicy extends DefaultSqlPrepareStatementStrategy {

    /** The name of the bean, for the option {@code prepareStatementStrategy}. */
    public static final String NAME = "one-row-at-a-time";

    private final HikariDataSource pool;

    OneRowAtATimePolicy(HikariDataSource pool) {
        this.pool = pool;
    }

    @Override
    public Iterator<?> createPopulateIterator(
            String query, String preparedQuery, int expected, Exchange exchange, Object body) throws SQLException {
        return new ParametersOfExchange(
                exchange, super.createPopulateIterator(query, preparedQuery, expected, exchange, body));
    }

    @Override
    public void populateStatement(PreparedStatement statement, Iterator<?> parameters, int expected)
            throws SQLException {
        statement.setFetchSize(Integer.MIN_VALUE);
        super.populateStatement(statement, parameters, expected);
        if (parameters instanceof ParametersOfExchange of) {
            of.exchange().getExchangeExtension().addOnCompletion(new UnreadRows(statement, pool));
        }
    }

    /** Camel gives the exchange to one of the two methods above, and the statement to the other. */
    private record ParametersOfExchange(Exchange exchange, Iterator<?> parameters) implements Iterator<Object> {

        @Override
        public boolean hasNext() {
            return parameters.hasNext();
        }

        @Override
        public Object next() {
            return parameters.next();
        }
    }

    /**
     * Cuts the connection of a statement whose rows nobody reads any more, for example because an export was refused. The driver would read
     * them all before it closes the statement: from a large table that takes minutes, in which nobody else can use the connection.
     */
    private static final class UnreadRows extends SynchronizationAdapter {

        private static final Logger log = LoggerFactory.getLogger(UnreadRows.class);

        private final Statement statement;
        private final HikariDataSource pool;

        UnreadRows(Statement statement, HikariDataSource pool) {
            this.statement = statement;
            this.pool = pool;
        }

        /** Before Camel closes the statement. */
        @Override
        public int getOrder() {
            return Ordered.HIGHEST;
        }

        /**
         * Camel closes the connection with the last row. The statement does not tell: the driver keeps it for the next who uses the
         * connection.
         */
        @Override
        public void onDone(Exchange exchange) {
            try {
                Connection connection = statement.getConnection();
                if (!connection.isClosed()) {
                    cut(connection);
                }
            } catch (SQLException e) {
                log.debug("The rest of the rows could not be left out: {}", e.getMessage());
            }
        }

        private void cut(Connection connection) throws SQLException {
            connection.unwrap(JdbcConnection.class).abortInternal();
            pool.evictConnection(connection);
        }
    }
}
