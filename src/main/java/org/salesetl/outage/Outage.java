package org.salesetl.outage;

import com.mysql.cj.jdbc.exceptions.PacketTooBigException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The things that stop a load although its file has no fault. The load then waits and starts again, for as long as it takes. A
 * failure that is not in this table is a fault of the file.
 *
 * <p>The numbers are from the servers' error lists, which are the same in MySQL and MariaDB up to 1,900. The driver passes them
 * on as the vendor code of a {@link SQLException}. Failures that the driver or the pool notices itself have no number, but a type
 * or a state.
 */
public enum Outage {
    /** There is no server or no connection, or the connection broke. */
    DATABASE_AWAY("waits for the database, which does not answer"),

    /** Others hold what the load needs, or all connections. */
    DATABASE_BUSY("waits for the database, which is busy"),

    /** The server is a replica, or somebody has set it to read-only. */
    DATABASE_READ_ONLY("waits for the database, which is read-only: let it take changes again"),

    /** The server has no room for tables, logs or temporary files. */
    DATABASE_FULL("waits for the database, which has no room left: make room on its disk"),

    /** A statement needs a larger packet than the server takes. */
    DATABASE_LIMIT("waits for the database, which takes no packet as large as this file needs:"
            + " set max_allowed_packet to 64 MB or more"),

    /** Somebody has changed the password or the rights of the user. */
    DATABASE_REFUSES(
            "waits for the database, which refuses its user: look at the password and the rights of that user"),

    /** Tables, or the whole database, are missing or damaged. */
    DATABASE_DAMAGED(
            "waits for the database, in which tables of the service are missing or damaged: restore a backup, or start the"
                    + " service again with an empty database and reload the archive"),

    /** There is no room for the work files or in the archive, the file system is read-only, or too many files are open. */
    DISK_FULL("waits for room on a disk"),

    /** Another instance has taken the lease. */
    OTHER_INSTANCE("waits for another instance of the service, which has a run going on");

    private static final String CONNECTION_STATE = "08";
    /** The server has rolled the transaction back to let others go on. */
    private static final String ROLLBACK_STATE = "40";

    private static final String CLOSED = "Connection is closed";

    private final String words;

    Outage(String words) {
        this.words = words;
    }

    /** What a run does meanwhile, as a sentence without its subject: {@code waits for the database, which is busy}. */
    public String words() {
        return words;
    }

    /** Whether the run waits for the database. */
    public boolean isOfDatabase() {
        return this != DISK_FULL && this != OTHER_INSTANCE;
    }

    /** The outage that caused this failure, directly or through another failure; null if no outage did. */
    public static @Nullable Outage of(@Nullable Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            Outage outage = ofOne(cause);
            if (outage != null) {
                return outage;
            }
        }
        return null;
    }

    private static @Nullable Outage ofOne(Throwable cause) {
        if (cause instanceof PacketTooBigException) {
            return DATABASE_LIMIT;
        }
        if (cause instanceof SQLException sql) {
            return ofStatement(sql);
        }
        if (cause instanceof OutageException told) {
            return told.outage();
        }
        return cause instanceof IOException io && isOfDisk(io) ? DISK_FULL : null;
    }

    private static @Nullable Outage ofStatement(SQLException failure) {
        Outage byNumber = ofNumber(failure.getErrorCode());
        if (byNumber != null) {
            return byNumber;
        }
        String state = String.valueOf(failure.getSQLState());
        if (failure instanceof SQLTimeoutException) {
            return DATABASE_BUSY;
        }
        boolean connection = failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || state.startsWith(CONNECTION_STATE)
                // the pool's message for a connection that it has given up
                || CLOSED.equals(failure.getMessage());
        if (connection) {
            return DATABASE_AWAY;
        }
        return state.startsWith(ROLLBACK_STATE) ? DATABASE_BUSY : null;
    }

    private static @Nullable Outage ofNumber(int number) {
        return switch (number) {
            // shutting down, killed, network errors, idle for too long
            case 1053, 1077, 1079, 1080, 1152, 1158, 1159, 1160, 1161, 1184, 1317, 1927, 3169, 4031 -> DATABASE_AWAY;
            // too many connections, lock wait, deadlock, conflict, resources of a user, statement took too long
            case 1020, 1040, 1135, 1180, 1203, 1205, 1213, 1226, 1637, 1969, 3024, 3572 -> DATABASE_BUSY;
            // --read-only and the like, read-only transactions and modes
            case 1036, 1290, 1792, 1836, 1874 -> DATABASE_READ_ONLY;
            // disk full, file cannot be written, table full, out of memory, no room for a sort or a log
            case 3, 5, 28, 1021, 1026, 1030, 1037, 1038, 1041, 1114, 1197, 1206, 1534, 1878 -> DATABASE_FULL;
            case 1153, 1301 -> DATABASE_LIMIT;
            // no database or table, or a damaged one: the statements are our own, so the content of a file cannot cause
            // this
            case 1033, 1034, 1035, 1046, 1049, 1051, 1146, 1194, 1195, 1412, 1707, 1877, 1932 -> DATABASE_DAMAGED;
            // user, password, privileges
            case 1044, 1045, 1129, 1130, 1142, 1143, 1227, 1370, 1410, 1698, 1820, 3118 -> DATABASE_REFUSES;
            default -> null;
        };
    }

    private static boolean isOfDisk(IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("no space left on device")
                || message.contains("disk quota exceeded")
                || message.contains("read-only file system")
                || message.contains("too many open files")
                || message.contains("not enough space on the disk");
    }
}
