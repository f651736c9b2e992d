package org.salesetl.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;

/** The database that a command works with: the configured server, or the embedded one, which is started for the command if it does not run. */
public final class CommandDatabase implements AutoCloseable {

    private static final String MIGRATIONS = "classpath:db/migration/*.sql";

    private final DataSource dataSource;
    private final @Nullable EmbeddedServer started;
    private final boolean inUse;

    private CommandDatabase(DataSource dataSource, @Nullable EmbeddedServer started, boolean inUse) {
        this.dataSource = dataSource;
        this.started = started;
        this.inUse = inUse;
    }

    /**
     * Connects to the database, and starts the embedded server if that is needed.
     *
     * @param data the data folder of the service, in which the embedded server has its files
     * @throws EmbeddedServerException if the embedded server does not start
     * @throws IllegalStateException if the embedded server runs as another user
     */
    public static CommandDatabase of(Environment environment, Path data) throws IOException {
        String url = environment.getProperty("spring.datasource.url");
        if (StringUtils.hasText(url)) {
            return new CommandDatabase(ofOwner(environment, url), null, false);
        }
        Path home = EmbeddedServer.home(data);
        Optional<ProcessHandle> running = new LeftOverServer(home).find();
        if (running.isPresent()) {
            String port = LeftOverServer.port(running.get());
            if (port == null) {
                throw new IllegalStateException("The embedded database runs as process "
                        + running.get().pid() + " of another user. Run the command as the user who runs the service.");
            }
            String password = Files.readString(home.resolve("password")).strip();
            return new CommandDatabase(
                    dataSource(EmbeddedServer.url(Integer.parseInt(port)), new Login(EmbeddedServer.USER, password)),
                    null,
                    true);
        }
        EmbeddedServer started = EmbeddedServer.start(home);
        return new CommandDatabase(
                dataSource(started.url(), new Login(EmbeddedServer.USER, started.password())), started, false);
    }

    /** Connections without a time limit, which give every value as the server writes it. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Whether the embedded server ran already, as it does while the service runs. A server of your own does not tell. */
    public boolean isInUse() {
        return inUse;
    }

    /** The version of the tables; null if there are none. */
    public @Nullable String version(JavaMigration... migrations) {
        MigrationInfo current =
                Schema.configuration(dataSource, migrations).load().info().current();
        return current == null ? null : String.valueOf(current.getVersion());
    }

    /** Whether this program knows a version of the tables. */
    public static boolean knows(String version, JavaMigration... migrations) throws IOException {
        return Arrays.stream(migrations).anyMatch(migration -> version.equals(String.valueOf(migration.getVersion())))
                || Arrays.stream(new PathMatchingResourcePatternResolver().getResources(MIGRATIONS))
                        .anyMatch(file -> String.valueOf(file.getFilename()).startsWith("V" + version + "__"));
    }

    /**
     * Makes the tables of a version, and brings older ones to it.
     *
     * @param version one that this program knows
     */
    public void createTables(String version, JavaMigration... migrations) {
        Schema.configuration(dataSource, migrations).target(version).load().migrate();
    }

    /** As the user who owns the tables. That user may bring back the audit too, which the user of the service may not change. */
    private static DataSource ofOwner(Environment environment, String url) {
        Login owner = Login.ofOwner(environment);
        return dataSource(url, owner == null ? Login.ofService(environment) : owner);
    }

    private static DataSource dataSource(String url, Login login) {
        return login.dataSource(url, Map.of("rewriteBatchedStatements", "true", "tinyInt1isBit", "false"));
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
