package org.salesetl.cache;

import java.time.Clock;
import java.time.LocalDate;
import org.salesetl.SqlFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The version of the warehouse that a transaction sees. {@link VersionRoutes#NOTE_VERSION} may have noted an older one before. */
@Component
public class SeenVersion {

    private final JdbcClient statements;
    private final Clock clock;
    private final String statement = SqlFile.read("cache/select-version");

    SeenVersion(JdbcClient statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** Asks within the current transaction. What was computed in another transaction that saw the same version is the same. */
    public WarehouseVersion read() {
        return WarehouseVersion.of(statements.sql(statement).query().singleRow(), LocalDate.now(clock));
    }
}
