package org.salesetl.bucket;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;
import org.salesetl.SqlFile;
import org.springframework.stereotype.Component;

/**
 * Lets one instance at a time look into the bucket: two could overtake each other. The others pass their look over. The database forgets
 * the lock of an instance that dies.
 */
@Component
class OneLookPolicy implements Policy {

    private static final String LOCK = SqlFile.read("bucket/lock-bucket");
    private static final String UNLOCK = SqlFile.read("bucket/unlock-bucket");

    private final DataSource dataSource;

    OneLookPolicy(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // nothing to prepare
    }

    @Override
    public Processor wrap(Route route, Processor processor) {
        return exchange -> {
            try (Connection connection = dataSource.getConnection()) {
                if (isGranted(connection, LOCK)) {
                    try {
                        processor.process(exchange);
                    } finally {
                        isGranted(connection, UNLOCK);
                    }
                }
            }
        };
    }

    private static boolean isGranted(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet answer = statement.executeQuery()) {
            return answer.next() && answer.getInt(1) == 1;
        }
    }
}
