package org.salesetl.database;

import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.salesetl.RefusedStartException;
import org.springframework.core.NestedExceptionUtils;

/** The schema cannot be used or brought up to date, or the server is too old. */
final class SchemaException extends RefusedStartException {

    private SchemaException(String message, String wayOut) {
        this(message, wayOut, null);
    }

    private SchemaException(String message, String wayOut, @Nullable Throwable cause) {
        super(message, wayOut, cause);
    }

    /** The history has versions that this version of the service does not know. */
    static SchemaException newer(String found, String known) {
        return new SchemaException(
                "The schema of the database has the version " + found
                        + ", and this version of the service knows no version beyond " + known + ".",
                "Start the newer version of the service that has brought the schema there, or one newer than that. To go back,"
                        + " restore a backup from before, or give this version an empty database and reload the archive.");
    }

    /** The history lists migrations that are not this service's. */
    static SchemaException foreignHistory(String table, String entry) {
        return new SchemaException(
                "The table " + table + " in the database belongs to another program: it lists \"" + entry
                        + "\", which is no migration of this service.",
                "Create a database for this service alone, and name it in spring.datasource.url.");
    }

    /** Another program has made a table with a name that this service needs. */
    static SchemaException foreignTable(String table) {
        return new SchemaException(
                "The database holds a table " + table + " already that this service has not made.",
                "Create a database for this service alone, and name it in spring.datasource.url; or rename that table, if"
                        + " nobody needs it under its name.");
    }

    /** The server is older than the service's statements need. */
    static SchemaException oldServer(String version) {
        return new SchemaException(
                "The database server is " + version + ", and the service needs MySQL 8.0 or MariaDB 10.6, or newer.",
                "Upgrade the server, or name another one in spring.datasource.url.");
    }

    /** The user of the service may make no temporary tables, and no right on a table would allow that. */
    static SchemaException noTemporaryTables(DatabaseUser user, String database) {
        return new SchemaException(
                "The user " + user.name() + " may make no temporary tables in the database " + database + ".",
                "As an administrator of the server: " + grantTemporaryTables(user, database) + ";");
    }

    /** The statement that lets a user make temporary tables. */
    static String grantTemporaryTables(DatabaseUser user, String database) {
        return "GRANT " + Privileges.OF_SERVICE + " ON " + DatabaseUser.quoted(database) + ".* TO " + user.quoted();
    }

    /** The account of sales-etl.database-reader does not exist. */
    static SchemaException noReader(DatabaseUser reader) {
        return new SchemaException(
                "The database server has no account " + reader.quoted() + ", which sales-etl.database-reader names.",
                "As an administrator of the server: CREATE USER " + reader.quoted() + " IDENTIFIED BY '…'; or correct"
                        + " sales-etl.database-reader.");
    }

    /** A migration failed. */
    static SchemaException failed(FlywayException failure) {
        return new SchemaException(
                "The schema could not be brought to the version that the service needs: "
                        + NestedExceptionUtils.getMostSpecificCause(failure).getMessage(),
                "Mend what the database complains of, and start again: the change that failed is then repeated, and nothing is"
                        + " lost.",
                failure);
    }
}
