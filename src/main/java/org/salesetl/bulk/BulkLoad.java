package org.salesetl.bulk;

import org.salesetl.row.BulkRow;

/**
 * A load of rows into one table, on the connection of the current transaction.
 *
 * <p>The rows are in the table only once {@link #finish()} has returned.
 */
interface BulkLoad extends AutoCloseable {

    /** Adds a row. */
    void write(BulkRow row);

    /** Sends the rest of the rows to the database without waiting for it; no more rows may be written. */
    void complete();

    /**
     * Waits until the database has taken every row.
     *
     * @return how many rows were written
     * @throws org.springframework.dao.DuplicateKeyException if the unique key of some of them is in the table already
     */
    long finish();

    /** Gives up an unfinished load; the transaction rolls back its rows. Does nothing after {@link #finish()}. */
    @Override
    void close();
}
