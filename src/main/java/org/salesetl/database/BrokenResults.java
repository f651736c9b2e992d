package org.salesetl.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Takes a connection out of the pool on which a long result broke off. Such a connection is dead, but the driver does not say so: it
 * goes on to expect the rows that are missing, and refuses each statement with an error that the pool takes for one of the statement. Whoever
 * got the connection next would fail, and as long as somebody uses it every half second, the pool does not look at it.
 */
public final class BrokenResults implements SQLExceptionOverride {

    private static final String ROWS_ARE_MISSING = "Streaming result set";

    @java.lang.Override
    public Override adjudicate(SQLException error) {
        String message = error.getMessage();
        return message != null && message.startsWith(ROWS_ARE_MISSING) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
