package org.salesetl.database;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesetl.outage.Outage;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Tells the person who starts the service what is wrong with the configured database, instead of a page of stack trace. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final Pattern USER = Pattern.compile("user '([^']*)'@");

    private final Environment environment;

    DatabaseFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        return switch (cause.getErrorCode()) {
            case 1045, 1698 ->
                analysis(
                        "The database server at " + address() + " refuses the user " + user(cause)
                                + ": the password is wrong, or the" + " user may not come from this machine.",
                        isOwner(user(cause))
                                ? "Correct spring.flyway.user and spring.flyway.password."
                                : "Correct spring.datasource.username and spring.datasource.password.",
                        cause);
            // 1044 is for a user who may not see whether the database exists
            case 1049, 1044 ->
                analysis(
                        "The database server at " + address() + " has no database of that name, or none that the user "
                                + user(cause) + " may use.",
                        "Create the database with the character set utf8mb4 and grant the user " + needed(user(cause))
                                + " on it, or correct spring.datasource.url.",
                        cause);
            case 1142, 1227, 1370 ->
                analysis(
                        "The user " + user(cause) + " has too few rights on the database at " + address() + ": "
                                + cause.getMessage(),
                        "Grant the user " + needed(user(cause)) + " on this one database.",
                        cause);
            default -> ofOutage(Outage.of(cause), cause);
        };
    }

    private @Nullable FailureAnalysis ofOutage(@Nullable Outage outage, SQLException cause) {
        if (outage == null) {
            return null;
        }
        return outage == Outage.DATABASE_AWAY
                ? analysis(
                        "No database server answers at " + address() + ".",
                        "Start the server, or correct spring.datasource.url. Without that key the service brings a database of"
                                + " its own.",
                        cause)
                : analysis(
                        "The start " + outage.words() + ". The server at " + address() + " says: " + cause.getMessage(),
                        "Start the service again when the server can do that.",
                        cause);
    }

    private static FailureAnalysis analysis(String description, String action, SQLException cause) {
        return new FailureAnalysis(description, action, cause);
    }

    /** The address without its parameters, which may hold a password. */
    private String address() {
        String url = environment.getProperty("spring.datasource.url", "the embedded database");
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    /** Whom the server means; the user of the service if the server does not say. */
    private String user(SQLException failure) {
        Matcher named = USER.matcher(String.valueOf(failure.getMessage()));
        return named.find() ? named.group(1) : environment.getProperty("spring.datasource.username", "of the service");
    }

    /** Whether the user owns the tables, and another one is that of the service. */
    private boolean isOwner(String user) {
        return user.equals(environment.getProperty("spring.flyway.user"));
    }

    private String needed(String user) {
        boolean separate = environment.containsProperty("spring.flyway.user");
        if (separate && !isOwner(user)) {
            return Privileges.OF_SERVICE;
        }
        return separate || environment.containsProperty("sales-etl.database-reader")
                ? "all privileges, with the GRANT OPTION,"
                : "all privileges, CREATE TEMPORARY TABLES among them,";
    }
}
