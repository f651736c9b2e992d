package org.salesetl.rawdata;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import org.apache.camel.component.sql.DefaultSqlPrepareStatementStrategy;
import org.springframework.stereotype.Component;

/**
 * Tells the driver not to hold the whole result of a statement, however long it is. It takes the least number there is for
 * that, which the option {@code fetchSize} of the component does not let through.
 */
@Component(OneRowAtATimePolicy.NAME)
class OneRowAtATimePolicy extends DefaultSqlPrepareStatementStrategy {

    static final String NAME = "one-row-at-a-time";

    @Override
    public void populateStatement(PreparedStatement statement, Iterator<?> parameters, int expected)
            throws SQLException {
        statement.setFetchSize(Integer.MIN_VALUE);
        super.populateStatement(statement, parameters, expected);
    }
}
