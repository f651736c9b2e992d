package org.salesetl.event;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlFile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the ledger knows of events. */
@Component
class EventLedger {

    private static final String SELECT_POSITION = SqlFile.read("event/select-position");
    private static final String SELECT_POSITIONS = SqlFile.read("event/select-positions");
    private static final String FIND_UNARCHIVED_FILE = SqlFile.read("event/find-unarchived-file");

    private final JdbcTemplate jdbc;

    EventLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The offset of the next event of a partition; null if no event of the partition has ever come. */
    @Nullable
    Long position(EventPartition partition) {
        return jdbc.queryForList(SELECT_POSITION, Long.class, partition.topic(), partition.number()).stream()
                .findFirst()
                .orElse(null);
    }

    /** Where the ledger stands in all partitions of which events have come. */
    Map<EventPartition, Position> positions() {
        Map<EventPartition, Position> positions = new HashMap<>();
        jdbc.query(SELECT_POSITIONS, row -> {
            positions.put(
                    new EventPartition(row.getString("topic"), row.getInt("partition_id")),
                    new Position(row.getLong("to_offset"), Instant.ofEpochMilli(row.getLong("newest_at"))));
        });
        return positions;
    }

    /** Whether the rows of the file with this hash are loaded, and only the file itself is not in the archive. */
    boolean awaitsArchive(String sha256) {
        Integer found = jdbc.queryForObject(FIND_UNARCHIVED_FILE, Integer.class, sha256);
        return found != null && found > 0;
    }

    /**
     * Where the ledger stands in a partition.
     *
     * @param offset the offset of the next event
     * @param newestAt when the newest event of the last file was written
     */
    record Position(long offset, Instant newestAt) {}
}
