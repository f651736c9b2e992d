package org.salesetl.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.api.output.ValidateOutput;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Brings the schema to the version that this service needs, or says what prevents that.
 *
 * <p>Neither kind of server can roll back a change of the schema, so every migration can run twice. It is repeated if it fails,
 * or if a start is interrupted between the change and its entry in the history.
 */
@Component
public class Schema implements FlywayMigrationStrategy {

    private static final Logger log = LoggerFactory.getLogger(Schema.class);

    /** A migration that creates a table is named after that table. */
    private static final String CREATES = "create ";

    /** The errors of a check for entries in the history that do not come from a migration of ours. */
    private static final Set<ErrorCode> FOREIGN = Set.of(
            CoreErrorCode.DESCRIPTION_MISMATCH,
            CoreErrorCode.TYPE_MISMATCH,
            CoreErrorCode.APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED,
            CoreErrorCode.APPLIED_REPEATABLE_MIGRATION_NOT_RESOLVED);

    /** No migration has this version. */
    private static final String BEFORE_ALL = "0";

    private static final Set<MigrationState> FUTURE =
            EnumSet.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    /**
     * @throws SchemaException if the tables or the history belong to a newer version of the service or to another program, or
     *     if the server is too old, or if a migration fails
     */
    @Override
    public void migrate(Flyway flyway) {
        DataSource database = flyway.getConfiguration().getDataSource();
        try {
            ServerCheck.of(database).require();
            SchemaLock.during(database, () -> {
                requireOurs(flyway);
                makeHistory(flyway);
            });
            // Removes failed migrations from the history, so that they run again, and updates the checksums of the
            // earlier ones.
            flyway.repair();
            MigrateResult changes = flyway.migrate();
            if (changes.migrationsExecuted > 0) {
                log.info(
                        "The tables of the warehouse are at version {} now, after {} changes",
                        changes.targetSchemaVersion,
                        changes.migrationsExecuted);
            }
        } catch (SQLException e) {
            throw new FlywayException("Could not ask the database which tables there are", e);
        } catch (FlywayException e) {
            // what a callback refuses comes wrapped
            throw e.getCause() instanceof SchemaException refusal ? refusal : SchemaException.failed(e);
        }
    }

    /** Makes the history, and no other table. Flyway fails where another instance makes the history at the same moment. */
    private static void makeHistory(Flyway flyway) throws SQLException {
        Configuration configuration = flyway.getConfiguration();
        if (!tables(configuration.getDataSource()).contains(configuration.getTable())) {
            Flyway.configure()
                    .configuration(configuration)
                    .callbacks(new Callback[0])
                    // without the question mark, Flyway would look for a migration of this version
                    .target(BEFORE_ALL + "?")
                    .load()
                    .migrate();
        }
    }

    /**
     * How a command, which has no application context, looks at the tables.
     *
     * @param migrations the migrations that are no SQL files
     */
    static FluentConfiguration configuration(DataSource database, JavaMigration... migrations) {
        return Flyway.configure()
                .dataSource(database)
                .baselineOnMigrate(true)
                .baselineVersion(BEFORE_ALL)
                .javaMigrations(migrations);
    }

    /**
     * Makes sure that the tables and their history are those of this service, and not newer. Changes nothing.
     *
     * @throws SchemaException if they are not
     */
    static void requireOurs(Flyway flyway) throws SQLException {
        // Read the tables first: another instance may be migrating, and then the history read later has everything that
        // it
        // has created so far.
        Set<String> tables = tables(flyway.getConfiguration().getDataSource());
        refuseWhatIsNotOurs(tables, flyway);
    }

    private static void refuseWhatIsNotOurs(Set<String> tables, Flyway flyway) {
        String historyTable = flyway.getConfiguration().getTable();
        for (ValidateOutput entry : flyway.validateWithResult().invalidMigrations) {
            if (FOREIGN.contains(entry.errorDetails.errorCode)) {
                throw SchemaException.foreignHistory(historyTable, entry.version + " " + entry.description);
            }
        }
        String newest = "";
        for (MigrationInfo migration : flyway.info().all()) {
            if (FUTURE.contains(migration.getState())) {
                throw SchemaException.newer(String.valueOf(migration.getVersion()), newest);
            }
            newest = String.valueOf(migration.getVersion());
        }
        // An interrupted start may have left the table of the first pending migration, but never that of a later one.
        int untouched = tables.contains(historyTable) ? 1 : 0;
        Arrays.stream(flyway.info().pending())
                .skip(untouched)
                .map(Schema::createdTable)
                .filter(table -> table != null && tables.contains(table))
                .findFirst()
                .ifPresent(table -> {
                    throw SchemaException.foreignTable(String.valueOf(table));
                });
    }

    private static @Nullable String createdTable(MigrationInfo migration) {
        String description = migration.getDescription();
        return description.startsWith(CREATES)
                ? description.substring(CREATES.length()).replace(' ', '_')
                : null;
    }

    private static Set<String> tables(DataSource database) throws SQLException {
        Set<String> tables = new HashSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()");
                ResultSet names = query.executeQuery()) {
            while (names.next()) {
                tables.add(names.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        return tables;
    }
}
