package org.salesetl.bulk;

/**
 * Rows on their way into one table, on the connection of the current transaction.
 *
 * <p>What has been written is in the table once {@link #finish()} has returned, not before.
 */
interface BulkLoad extends AutoCloseable {

    /** Adds the row. */
    void write(BulkRow row);

    /** No more rows will come: what is left of them goes to the database, and nobody waits for it yet. */
    void complete();

    /**
     * Waits until the database has taken every row.
     *
     * @return how many rows were written
     * @throws org.springframework.dao.DuplicateKeyException if the table knew the unique key of some of them already
     */
    long finish();

    /** Gives up what is not finished; its rows go with the transaction. Does nothing after {@link #finish()}. */
    @Override
    void close();
}
