package org.salesetl.quarantine;

import java.util.List;
import org.salesetl.quarantine.QuarantineEntries.FaultJson;

/**
 * Quarantined rows as JSON and pages show them.
 *
 * @param total how many there are without limit and offset
 */
public record QuarantineListing(List<Entry> rows, long total) {

    /**
     * One row.
     *
     * @param file the name of the file it came from
     * @param line the line on which it starts there
     * @param reasons what is wrong with it or what it waits for, the first counts
     * @param raw the row as it stands in the file
     */
    public record Entry(
            long id, String file, int line, String kind, String status, List<FaultJson> reasons, String raw) {}
}
