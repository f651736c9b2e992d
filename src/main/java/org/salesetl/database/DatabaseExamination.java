package org.salesetl.database;

import static org.salesetl.Diagnosis.failed;
import static org.salesetl.Diagnosis.ok;
import static org.salesetl.Diagnosis.warning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.salesetl.Diagnosis;
import org.salesetl.RefusedStartException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.StringUtils;

/**
 * Looks whether the service could work with its database, and changes nothing there. The embedded server is asked if it runs; it is
 * not started.
 */
public final class DatabaseExamination {

    private static final String DATABASE = "database";
    private static final String RIGHTS = "rights";
    private static final String TABLES = "tables";
    private static final String CLOCK = "clock";

    private static final Duration MOST_DIFFERENCE = Duration.ofSeconds(10);
    private static final String PATIENCE_MILLIS = "10000";

    private final Environment environment;
    private final Path home;
    private final Clock clock;
    private final JavaMigration[] migrations;
    private final List<Diagnosis> found = new ArrayList<>();

    private DatabaseExamination(Environment environment, Path data, Clock clock, JavaMigration... migrations) {
        this.migrations = migrations;
        this.environment = environment;
        this.home = EmbeddedServer.home(data);
        this.clock = clock;
    }

    /**
     * Looks at the database that is configured.
     *
     * @param data the data folder of the service, in which the embedded server has its files
     * @param migrations the migrations that are no SQL files
     */
    public static List<Diagnosis> of(Environment environment, Path data, Clock clock, JavaMigration... migrations) {
        DatabaseExamination examination = new DatabaseExamination(environment, data, clock, migrations);
        String url = environment.getProperty("spring.datasource.url");
        if (StringUtils.hasText(url)) {
            examination.examineConfigured(url);
        } else {
            examination.examineEmbedded();
        }
        return examination.found;
    }

    /** How much memory the embedded server takes for its buffers, in bytes. */
    public static long embeddedMemory() {
        return EmbeddedServer.memory();
    }

    private void examineConfigured(String url) {
        try {
            AddressCheck.require(url);
            Login owner = Login.ofOwner(environment);
            examine(dataSource(url, Login.ofService(environment)), owner == null ? null : dataSource(url, owner));
        } catch (RefusedStartException e) {
            found.add(failed(DATABASE, e));
        }
    }

    private void examineEmbedded() {
        try {
            Optional<ProcessHandle> server = new LeftOverServer(home).find();
            if (server.isPresent()) {
                examineRunning(server.get());
            } else if (Files.exists(home.resolve("installed"))) {
                found.add(ok(DATABASE, "the embedded one in " + home + ", which a start of the service starts"));
            } else if (new MariaDb(home).isInBuild()) {
                found.add(ok(
                        DATABASE,
                        "a first start unpacks an embedded one into " + home + ", some 1.5 GB with its logs"));
            } else {
                found.add(
                        failed(
                                DATABASE,
                                "this build has no embedded one for " + System.getProperty("os.name") + " on "
                                        + System.getProperty("os.arch")
                                        + ". Name a MySQL or MariaDB server in spring.datasource.url, .username and .password."));
            }
        } catch (IOException e) {
            found.add(failed(
                    DATABASE,
                    "the files in " + home + " cannot be read: " + e.getMessage()
                            + ". Run the doctor as the user who runs the service."));
        }
    }

    private void examineRunning(ProcessHandle server) throws IOException {
        String port = LeftOverServer.port(server);
        if (port == null) {
            found.add(warning(
                    DATABASE,
                    "the embedded one runs as process " + server.pid()
                            + " of another user; run the doctor as the user who runs the service to look at it"));
            return;
        }
        examine(
                dataSource(
                        EmbeddedServer.url(Integer.parseInt(port)),
                        new Login(
                                EmbeddedServer.USER,
                                Files.readString(home.resolve("password")).strip())),
                null);
    }

    /** @param owner the same database as the user sees it who owns the tables; null if the user of the service does */
    private void examine(DataSource database, @Nullable DataSource owner) {
        try {
            ServerCheck server = ServerCheck.of(database);
            found.add(ok(DATABASE, server.version() + " at " + address(database)));
            examineServer(server);
            if (owner == null) {
                examineRights(database);
                examineTables(database);
            } else {
                examineRights(database, owner);
                examineTables(owner);
            }
            examineClock(database);
        } catch (SQLException e) {
            found.add(failed(DATABASE, words(e)));
        } catch (DataAccessException | FlywayException e) {
            found.add(failed(DATABASE, e.getMessage() == null ? e.toString() : e.getMessage()));
        }
    }

    private void examineServer(ServerCheck server) {
        try {
            server.require();
            server.warnings().forEach(warning -> found.add(warning(DATABASE, warning)));
        } catch (SchemaException e) {
            found.add(failed(DATABASE, e));
        }
    }

    private void examineRights(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Privileges user = Privileges.of(connection);
            Set<String> missing = user.missing(Privileges.OF_OWNER);
            if (environment.containsProperty("sales-etl.database-reader")) {
                missing.addAll(user.missingToGrant(List.of("SELECT")));
            }
            if (missing.isEmpty()) {
                found.add(ok(RIGHTS, "the user has all that the service needs"));
            } else {
                lacks(user, missing, "Grant the user all privileges on this one database.");
            }
        }
    }

    private void examineRights(DataSource database, DataSource owner) throws SQLException {
        try (Connection ofService = database.getConnection();
                Connection ofOwner = owner.getConnection()) {
            examineOwner(Privileges.of(ofOwner), ofOwner.getCatalog());
            examineService(Privileges.of(ofService), ofService, ofOwner);
        }
    }

    private void examineOwner(Privileges owner, String database) {
        Set<String> missing = owner.missing(Privileges.OF_OWNER);
        missing.addAll(owner.missingToGrant(List.of("SELECT", "INSERT", "UPDATE", "DELETE")));
        if (missing.isEmpty()) {
            found.add(ok(RIGHTS, owner.user().name() + " may change the tables, and give others rights on them"));
        } else {
            lacks(
                    owner,
                    missing,
                    "As an administrator of the server: GRANT ALL PRIVILEGES ON " + DatabaseUser.quoted(database)
                            + ".* TO " + owner.user().quoted() + " WITH GRANT OPTION;");
        }
    }

    private void examineService(Privileges service, Connection ofService, Connection ofOwner) throws SQLException {
        String database = ofService.getCatalog();
        String temporaryTables = SchemaException.grantTemporaryTables(service.user(), database) + ";";
        Set<String> missing = service.missing(List.of(Privileges.OF_SERVICE));
        List<String> tooMuch = TableRights.tooMuch(service);
        if (!missing.isEmpty()) {
            lacks(service, missing, "As an administrator of the server: " + temporaryTables);
        }
        if (!tooMuch.isEmpty()) {
            found.add(warning(
                    RIGHTS,
                    service.user().name() + " has " + String.join(", ", tooMuch)
                            + " on the whole database, so the service could change the audit. Stop the service, then as an"
                            + " administrator of the server: REVOKE ALL PRIVILEGES, GRANT OPTION FROM "
                            + service.user().quoted() + "; " + temporaryTables
                            + " The next start gives the rights on the tables."));
        }
        List<String> closed = closed(service, ofService, ofOwner);
        if (!closed.isEmpty()) {
            found.add(warning(
                    RIGHTS,
                    service.user().name() + " lacks rights on " + closed.size() + " tables, such as " + closed.get(0)
                            + ". The next start gives them."));
        }
        if (missing.isEmpty() && tooMuch.isEmpty() && closed.isEmpty()) {
            found.add(ok(RIGHTS, service.user().name() + " may do what the service does, and not change the audit"));
        }
    }

    /** The tables on which the user of the service lacks a right. */
    private static List<String> closed(Privileges service, Connection ofService, Connection ofOwner)
            throws SQLException {
        Map<String, Set<String>> held = new HashMap<>();
        try (Statement statement = ofService.createStatement();
                ResultSet row = statement.executeQuery("SELECT table_name, privilege_type"
                        + " FROM information_schema.table_privileges WHERE table_schema = DATABASE()")) {
            while (row.next()) {
                held.computeIfAbsent(row.getString(1), table -> new HashSet<>(service.held()))
                        .add(row.getString(2));
            }
        }
        return TableRights.tables(ofOwner).stream()
                .filter(table -> !held.getOrDefault(table, service.held()).containsAll(TableRights.ofService(table)))
                .toList();
    }

    /** Says what a user lacks; no more than a warning if a role may give it. */
    private void lacks(Privileges user, Set<String> missing, String wayOut) {
        String lacking = String.join(", ", missing);
        found.add(
                user.role() == null
                        ? failed(
                                RIGHTS,
                                "the user " + user.user().name() + " lacks " + lacking + " on the database. " + wayOut)
                        : warning(
                                RIGHTS,
                                "the user " + user.user().name() + " has " + lacking + " only if the role "
                                        + user.role() + " gives that, which cannot be seen from here"));
    }

    private void examineTables(DataSource database) throws SQLException {
        Flyway flyway = Schema.configuration(database, migrations).load();
        try {
            Schema.requireOurs(flyway);
            int pending = flyway.info().pending().length;
            found.add(ok(
                    TABLES,
                    pending == 0
                            ? "have the version that this program needs"
                            : "get " + pending + " changes at the next start; have a backup before"));
        } catch (SchemaException e) {
            found.add(failed(TABLES, e));
        }
    }

    private void examineClock(DataSource database) {
        LocalDateTime time = new JdbcTemplate(database).queryForObject("SELECT UTC_TIMESTAMP(6)", LocalDateTime.class);
        if (time != null) {
            found.add(clock(clock.instant(), time.toInstant(ZoneOffset.UTC)));
        }
    }

    /** What two clocks say of each other that were read at the same time. */
    static Diagnosis clock(Instant ofService, Instant ofDatabase) {
        Duration difference = Duration.between(ofService, ofDatabase);
        return difference.abs().compareTo(MOST_DIFFERENCE) <= 0
                ? ok(CLOCK, "this machine and the database agree")
                : warning(
                        CLOCK,
                        "that of the database is " + difference.abs().toSeconds() + " s "
                                + (difference.isNegative() ? "behind" : "ahead of")
                                + " that of this machine. Let both get their time from the network (NTP).");
    }

    private String words(SQLException failure) {
        FailureAnalysis known = new DatabaseFailureAnalyzer(environment).analyze(failure, failure);
        return known == null
                ? failure.getMessage() + ". Look at spring.datasource.url, .username and .password."
                : known.getDescription() + " " + known.getAction();
    }

    /** Without its parameters, which may hold a password. */
    private static String address(DataSource database) {
        return String.valueOf(((DriverManagerDataSource) database).getUrl()).replaceAll("\\?.*", "");
    }

    private static DataSource dataSource(String url, Login login) {
        return login.dataSource(url, Map.of("connectTimeout", PATIENCE_MILLIS, "socketTimeout", PATIENCE_MILLIS));
    }
}
