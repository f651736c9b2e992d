package org.salesetl.database;

import static org.salesetl.Diagnosis.failed;
import static org.salesetl.Diagnosis.ok;
import static org.salesetl.Diagnosis.warning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.JavaMigration;
import org.salesetl.Diagnosis;
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

    private static final List<String> NEEDED = List.of(
            "SELECT",
            "INSERT",
            "UPDATE",
            "DELETE",
            "CREATE",
            "ALTER",
            "DROP",
            "INDEX",
            "REFERENCES",
            "CREATE TEMPORARY TABLES");

    /** MySQL and MariaDB write a user as 'name'@'host', and a database that has wildcards as a pattern. */
    private static final String PRIVILEGES = """
            SELECT privilege_type
            FROM (SELECT grantee, privilege_type FROM information_schema.user_privileges
                  UNION ALL
                  SELECT grantee, privilege_type FROM information_schema.schema_privileges
                  WHERE DATABASE() LIKE table_schema) granted
            WHERE grantee = CONCAT('''', SUBSTRING_INDEX(CURRENT_USER(), '@', 1), '''@''',
                                   SUBSTRING_INDEX(CURRENT_USER(), '@', -1), '''')
            """;

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
            examination.examine(dataSource(
                    url,
                    environment.getProperty("spring.datasource.username", ""),
                    environment.getProperty("spring.datasource.password", "")));
        } else {
            examination.examineEmbedded();
        }
        return examination.found;
    }

    /** How much memory the embedded server takes for its buffers, in bytes. */
    public static long embeddedMemory() {
        return EmbeddedServer.memory();
    }

    private void examineEmbedded() {
        try {
            Optional<ProcessHandle> server = new LeftOverServer(home).find();
            if (server.isPresent()) {
                examineRunning(server.get());
            } else if (Files.exists(home.resolve("installed"))) {
                found.add(ok(DATABASE, "the embedded one in " + home + ", which a start of the service starts"));
            } else if (EmbeddedServer.isInBuild(home)) {
                found.add(ok(DATABASE, "a first start unpacks an embedded one into " + home + ", some 350 MB"));
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
        examine(dataSource(
                EmbeddedServer.url(Integer.parseInt(port)),
                EmbeddedServer.USER,
                Files.readString(home.resolve("password")).strip()));
    }

    private void examine(DataSource database) {
        try {
            ServerCheck server = ServerCheck.of(database);
            found.add(ok(DATABASE, server.version() + " at " + address(database)));
            examineServer(server);
            examineRights(database);
            examineTables(database);
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

    private void examineRights(DataSource database) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        TreeSet<String> missing = new TreeSet<>(NEEDED);
        jdbc.queryForList(PRIVILEGES, String.class).forEach(missing::remove);
        String role = jdbc.queryForObject("SELECT CURRENT_ROLE()", String.class);
        if (missing.isEmpty()) {
            found.add(ok(RIGHTS, "the user has all that the service needs"));
        } else if (StringUtils.hasText(role) && !role.equals("NONE")) {
            found.add(warning(
                    RIGHTS,
                    "the user has " + String.join(", ", missing) + " only if the role " + role
                            + " gives that, which cannot be seen from here"));
        } else {
            found.add(failed(
                    RIGHTS,
                    "the user lacks " + String.join(", ", missing)
                            + " on the database. Grant the user all privileges on this one database."));
        }
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

    private static DataSource dataSource(String url, String user, String password) {
        Properties limits = new Properties();
        limits.setProperty("connectTimeout", PATIENCE_MILLIS);
        limits.setProperty("socketTimeout", PATIENCE_MILLIS);
        DriverManagerDataSource database = new DriverManagerDataSource(url, user, password);
        database.setConnectionProperties(limits);
        return database;
    }
}
