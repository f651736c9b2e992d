package org.salesetl.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.exceptions.CommunicationsException;
import com.mysql.cj.jdbc.exceptions.PacketTooBigException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.UncategorizedSQLException;

/** Which failure is whose fault: one line for each, as the servers and the driver throw them. */
class OutageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    08S01 | 0    | Communications link failure                                    | DATABASE_AWAY
                    08003 | 0    | No operations allowed after connection closed.                 | DATABASE_AWAY
                          | 0    | Connection is closed                                           | DATABASE_AWAY
                    08S01 | 1053 | Server shutdown in progress                                    | DATABASE_AWAY
                    70100 | 1317 | Query execution was interrupted                                | DATABASE_AWAY
                    70100 | 1927 | Connection was killed                                          | DATABASE_AWAY
                    HY000 | 4031 | The client was disconnected by the server because of inactivity | DATABASE_AWAY
                    08004 | 1040 | Too many connections                                           | DATABASE_BUSY
                    42000 | 1203 | User has already more than 'max_user_connections' connections  | DATABASE_BUSY
                    HY000 | 1205 | Lock wait timeout exceeded; try restarting transaction         | DATABASE_BUSY
                    40001 | 1213 | Deadlock found when trying to get lock                         | DATABASE_BUSY
                    HY000 | 1020 | Record has changed since last read in table                    | DATABASE_BUSY
                    40001 | 1644 | a state without a number of its own                            | DATABASE_BUSY
                    HY000 | 1290 | The server is running with the --read-only option              | DATABASE_READ_ONLY
                    25006 | 1792 | Cannot execute statement in a READ ONLY transaction            | DATABASE_READ_ONLY
                    HY000 | 1836 | Running in read-only mode                                      | DATABASE_READ_ONLY
                    HY000 | 1021 | Disk full                                                      | DATABASE_FULL
                    HY000 | 1114 | The table 'fact_sales' is full                                 | DATABASE_FULL
                    HY000 | 1030 | Got error 28 "No space left on device" from storage engine     | DATABASE_FULL
                    HY000 | 3    | Error writing file                                             | DATABASE_FULL
                    08S01 | 1153 | Got a packet bigger than 'max_allowed_packet' bytes            | DATABASE_LIMIT
                    28000 | 1045 | Access denied for user                                         | DATABASE_REFUSES
                    3D000 | 1046 | No database selected                                           | DATABASE_DAMAGED
                    42000 | 1049 | Unknown database 'sales_etl'                                   | DATABASE_DAMAGED
                    42S02 | 1146 | Table 'sales_etl.fact_sales' doesn't exist                     | DATABASE_DAMAGED
                    42S02 | 1932 | Table 'sales_etl.fact_sales' doesn't exist in engine           | DATABASE_DAMAGED
                    HY000 | 1034 | Index for table 'fact_sales' is corrupt; try to repair it      | DATABASE_DAMAGED
                    42000 | 1142 | INSERT command denied to user                                  | DATABASE_REFUSES
                    """)
    void waitsForWhatIsTheDatabasesOwn(String state, int number, String message, Outage expected) {
        SQLException thrown = new SQLException(message, state, number);

        assertThat(Outage.of(thrown)).isEqualTo(expected);
        assertThat(Outage.of(new IllegalStateException(new UncategorizedSQLException("load", "SELECT", thrown))))
                .isEqualTo(expected);
    }

    static Stream<Arguments> thrownByTheDriverAndTheSystem() {
        return Stream.of(
                Arguments.of(
                        new SQLTransientConnectionException("warehouse - Connection is not available"),
                        Outage.DATABASE_AWAY),
                Arguments.of(new CommunicationsException("Communications link failure", null), Outage.DATABASE_AWAY),
                Arguments.of(new PacketTooBigException("Packet for query is too large"), Outage.DATABASE_LIMIT),
                Arguments.of(
                        new FileSystemException("/data/work/1", null, "No space left on device"), Outage.DISK_FULL),
                Arguments.of(new IOException("No space left on device"), Outage.DISK_FULL),
                Arguments.of(new FileSystemException("/data/work/1", null, "Too many open files"), Outage.DISK_FULL));
    }

    @ParameterizedTest
    @MethodSource("thrownByTheDriverAndTheSystem")
    void knowsWhatHasNoNumber(Exception thrown, Outage expected) {
        assertThat(Outage.of(thrown)).isEqualTo(expected);
    }

    static Stream<Exception> faultsOfAFile() {
        return Stream.of(
                new IllegalStateException("The books do not balance"),
                new NullPointerException(),
                new NoSuchFileException("sales.csv"),
                new IOException("Input/output error"),
                new SQLException("broken on purpose", "45000", 1644),
                new DuplicateKeyException("x", new SQLException("Duplicate entry", "23000", 1062)),
                new DataIntegrityViolationException("x", new SQLException("Data too long", "22001", 1406)),
                new SQLException("Out of range value", "22003", 1264),
                new SQLException("Cannot add or update a child row", "23000", 1452));
    }

    @ParameterizedTest
    @MethodSource("faultsOfAFile")
    void takesEverythingElseForAFaultOfTheFile(Exception thrown) {
        assertThat(Outage.of(thrown)).isNull();
    }

    @Test
    void endsWhereAFailureNamesItselfAsItsCause() {
        Exception one = new IllegalStateException("one");
        Exception other = new IllegalStateException("other", one);
        one.initCause(other);

        assertThat(Outage.of(one)).isNull();
        assertThat(Outage.of(null)).isNull();
    }
}
