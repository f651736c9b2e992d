package org.salesetl.quarantine;

import org.salesetl.row.BulkRow;
import org.salesetl.row.RowWriter;

/**
 * A row that comes back from the quarantine, corrected or not.
 *
 * @param id the number of the row in the quarantine
 * @param line the line of the row in the file that brings the row back
 */
public record ReturnedRow(long id, int line) implements BulkRow {

    @Override
    public void writeTo(RowWriter row) {
        row.number(id).number(line).end();
    }
}
