package org.salesetl.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks what a database server is and what it allows.
 *
 * @param version as the server calls it: {@code 8.0.33}, {@code 11.4.5-MariaDB}
 * @param largestPacket the value of {@code max_allowed_packet}, in bytes
 * @param loadsFiles whether {@code local_infile} is on
 * @param readOnly whether the server takes no changes
 */
record ServerCheck(String version, long largestPacket, boolean loadsFiles, boolean readOnly) {

    /**
     * The largest value that the service sends is a pack: a sixteenth of a month's sales, with 10 bytes a sale as measured, or 16
     * bytes if ids are long. So this is enough for 64 million sales a month.
     */
    static final long ENOUGH = 64L * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(ServerCheck.class);

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,5})\\.(\\d{1,5})");
    private static final int MYSQL_MAJOR = 8;
    private static final int MARIADB_MAJOR = 10;
    private static final int MARIADB_MINOR = 6;
    private static final int KIB = 1024;

    /** Asks the server. */
    static ServerCheck of(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT VERSION(), @@max_allowed_packet, @@local_infile, @@read_only")) {
            row.next();
            return new ServerCheck(row.getString(1), row.getLong(2), row.getBoolean(3), row.getBoolean(4));
        }
    }

    /**
     * Logs what will be slow, or will have to wait.
     *
     * @throws SchemaException if the server is too old for the statements of the service
     */
    void require() {
        if (isTooOld()) {
            throw SchemaException.oldServer(version);
        }
        warnings().forEach(log::warn);
    }

    /** What will be slow, or will have to wait; empty if all is well. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (largestPacket < ENOUGH) {
            warnings.add("The database server takes packets of " + largestPacket / KIB
                    + " KiB only: loads of months with more than " + largestPacket
                    + " sales will wait until max_allowed_packet is 64M");
        }
        if (!loadsFiles) {
            warnings.add(
                    "The database server loads no files of its clients: with local_infile=ON large files load faster");
        }
        if (readOnly) {
            warnings.add("The database server is read-only: files wait until it takes changes again");
        }
        return warnings;
    }

    private boolean isTooOld() {
        Matcher numbers = NUMBERS.matcher(version);
        if (!numbers.lookingAt()) {
            return false;
        }
        int major = Integer.parseInt(numbers.group(1));
        int minor = Integer.parseInt(numbers.group(2));
        // the first versions with JSON_TABLE
        return version.contains("MariaDB")
                ? major < MARIADB_MAJOR || (major == MARIADB_MAJOR && minor < MARIADB_MINOR)
                : major < MYSQL_MAJOR;
    }
}
