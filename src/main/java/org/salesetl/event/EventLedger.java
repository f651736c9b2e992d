package org.salesetl.event;

import org.jspecify.annotations.Nullable;
import org.salesetl.SqlFile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the ledger knows of events. */
@Component
class EventLedger {

    private static final String SELECT_POSITION = SqlFile.read("event/select-position");
    private static final String FIND_UNARCHIVED_FILE = SqlFile.read("event/find-unarchived-file");

    private final JdbcTemplate jdbc;

    EventLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The offset of the next event of a partition; null if no event of the partition has ever come. */
    @Nullable
    Long position(EventPartition partition) {
        return jdbc.queryForObject(SELECT_POSITION, Long.class, partition.topic(), partition.number());
    }

    /** Whether the rows of the file with this hash are loaded, and only the file itself is not in the archive. */
    boolean awaitsArchive(String sha256) {
        Integer found = jdbc.queryForObject(FIND_UNARCHIVED_FILE, Integer.class, sha256);
        return found != null && found > 0;
    }
}
