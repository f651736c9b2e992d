package org.salesetl;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import org.apache.camel.component.sql.DefaultSqlPrepareStatementStrategy;
import org.springframework.stereotype.Component;

/**
 * Tells the driver to read the result of a statement row by row, so that a long result needs little memory. The driver needs the fetch
 * size {@link Integer#MIN_VALUE} for that, and the option {@code fetchSize} of camel-sql does not allow this value.
 */
@Component(OneRowAtATimePolicy.NAME)
public class OneRowAtATimePolicy extends DefaultSqlPrepareStatementStrategy {

    /** The name of the bean, for the option {@code prepareStatementStrategy}. */
    public static final String NAME = "one-row-at-a-time";

    @Override
    public void populateStatement(PreparedStatement statement, Iterator<?> parameters, int expected)
            throws SQLException {
        statement.setFetchSize(Integer.MIN_VALUE);
        super.populateStatement(statement, parameters, expected);
    }
}
