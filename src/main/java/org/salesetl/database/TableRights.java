package org.salesetl.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives the users of the database their rights on the tables, after each migration: rights by table cannot be given before the table is
 * there. If one user does everything, nobody needs them.
 *
 * <p>The user of the service can add entries to the audit, and neither change nor remove any.
 */
@Component
class TableRights extends BaseCallback {

    private static final Logger log = LoggerFactory.getLogger(TableRights.class);

    /** What keeps who did what. */
    private static final String AUDIT = "audit_entry";

    private static final String HISTORY = "flyway_schema_history";

    /**
     * What a reader may see: the star schema, sums, rates, the ledger and rows that did not load. A new table is closed, unless its name
     * begins like theirs.
     */
    private static final Pattern READABLE = Pattern.compile("(dim|fact|rollup|etl)_.*"
            + "|sale_city|exchange_rate|warehouse_currency|quarantine|parked_sale|left_out_row");

    /** Whoever has one of these on the whole database can change the audit. */
    private static final List<String> TOO_MUCH = List.of("UPDATE", "DELETE", "DROP", "ALTER");

    private static final int DATABASE_DENIED = 1044;
    private static final Set<Integer> UNKNOWN_USER = Set.of(1133, 1410);

    private final DataSource dataSource;
    private final @Nullable String reader;

    TableRights(DataSource dataSource, SalesEtlProperties properties) {
        this.dataSource = dataSource;
        this.reader = properties.databaseReader();
    }

    /** What the user of the service has to have on a table that another user owns. */
    static List<String> ofService(String table) {
        return switch (table) {
            case AUDIT -> List.of("SELECT", "INSERT");
            case HISTORY -> List.of("SELECT");
            default -> List.of("SELECT", "INSERT", "UPDATE", "DELETE");
        };
    }

    /** What lets the user of the service change the audit, although another user owns the tables; empty if nothing does. */
    static List<String> tooMuch(Privileges service) {
        return TOO_MUCH.stream().filter(service.held()::contains).toList();
    }

    /** All tables of the database of a connection, by name. */
    static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet names = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    /**
     * Gives the rights.
     *
     * @throws SchemaException if a user cannot get them; the message says what an administrator has to do
     */
    @Override
    public void handle(Event event, Context context) {
        try (Connection service = dataSource.getConnection()) {
            Connection owner = context.getConnection();
            DatabaseUser user = DatabaseUser.of(service);
            if (!user.equals(DatabaseUser.of(owner))) {
                for (String table : tables(owner)) {
                    grant(owner, ofService(table), table, user);
                }
                requireTemporaryTables(service, user);
                warnOfTooMuch(Privileges.of(service));
            }
            if (reader != null) {
                allowReading(owner, DatabaseUser.parse(reader));
            }
        } catch (SQLException e) {
            throw new FlywayException("The users of the database could not get their rights", e);
        }
    }

    private static void allowReading(Connection owner, DatabaseUser reader) throws SQLException {
        for (String table : tables(owner)) {
            if (READABLE.matcher(table).matches()) {
                try {
                    grant(owner, List.of("SELECT"), table, reader);
                } catch (SQLException e) {
                    if (UNKNOWN_USER.contains(e.getErrorCode())) {
                        throw SchemaException.noReader(reader);
                    }
                    throw e;
                }
            }
        }
    }

    private static void grant(Connection owner, List<String> rights, String table, DatabaseUser user)
            throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("GRANT " + String.join(", ", rights) + " ON " + DatabaseUser.quoted(table) + " TO "
                    + user.quoted());
        }
    }

    /** Tries it: a role may give the right too. */
    private static void requireTemporaryTables(Connection service, DatabaseUser user) throws SQLException {
        try (Statement statement = service.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE right_to_temporary_tables (one INT)");
            statement.execute("DROP TEMPORARY TABLE right_to_temporary_tables");
        } catch (SQLException e) {
            if (e.getErrorCode() == DATABASE_DENIED) {
                throw SchemaException.noTemporaryTables(user, service.getCatalog());
            }
            throw e;
        }
    }

    private static void warnOfTooMuch(Privileges service) {
        List<String> tooMuch = tooMuch(service);
        if (!tooMuch.isEmpty()) {
            log.warn(
                    "The user {} of the database has {} on the whole database, so the service could change the audit."
                            + " The doctor says what to do",
                    service.user().name(),
                    String.join(", ", tooMuch));
        }
    }
}
