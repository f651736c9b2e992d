package org.salesetl.quarantine;

import java.util.ArrayList;
import java.util.List;
import org.salesetl.leftout.LeftOutRow;
import org.salesetl.load.FileLoad;
import org.salesetl.load.RowChunk;
import org.salesetl.text.Chunk;

/**
 * The verdicts about the rows of a chunk. This class is not a record: Camel calls {@code hashCode()} on bodies, and the hash code of a
 * record would read thousands of rows.
 */
public final class Verdicts {

    private final RowChunk rows;
    private final List<Object> accepted = new ArrayList<>();
    private final List<QuarantinedRow> rejected = new ArrayList<>();
    private final List<LeftOutRow> leftOut = new ArrayList<>();
    private final List<ReturnedRow> returned = new ArrayList<>();

    /**
     * Starts without verdicts.
     *
     * @param rows the rows of the chunk
     */
    public Verdicts(RowChunk rows) {
        this.rows = rows;
    }

    /** The load of the file. */
    public FileLoad load() {
        return rows.load();
    }

    /** The rows as they came. */
    public Chunk chunk() {
        return rows.chunk();
    }

    /** Adds the customer, the product or the sale of a good row. */
    public void accept(Object value) {
        accepted.add(value);
    }

    /** Adds a bad row. */
    public void reject(QuarantinedRow row) {
        rejected.add(row);
    }

    /** Adds a row that is no sale. */
    public void leaveOut(LeftOutRow row) {
        leftOut.add(row);
    }

    /** Notes that a row, good or bad, comes back from the quarantine. */
    public void returns(ReturnedRow row) {
        returned.add(row);
    }

    /**
     * The customers, products or sales of the good rows.
     *
     * @param type the type of the values
     */
    public <T> List<T> accepted(Class<T> type) {
        return accepted.stream().map(type::cast).toList();
    }

    /** The bad rows with their faults. */
    public List<QuarantinedRow> rejected() {
        return rejected;
    }

    /** The rows that are no sale. */
    public List<LeftOutRow> leftOut() {
        return leftOut;
    }

    /** The rows that come back from the quarantine. */
    public List<ReturnedRow> returned() {
        return returned;
    }
}
