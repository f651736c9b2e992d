package org.salesetl.rule;

/** What the rules of sales remember of the earlier rows of a file. */
public interface SaleKeys extends AutoCloseable {

    /**
     * Whether an earlier good row has the id. Only a good row takes an id, since another row may correct a bad one, or bring the sale
     * of a cancelled order after all.
     *
     * @param rowIsGood whether the row takes the id if it is free
     */
    boolean isTaken(String saleId, boolean rowIsGood);

    /** Counts another row with this key, and returns how many there are now. */
    int count(String key);

    /** Forgets everything; after that, nothing can be remembered. */
    @Override
    void close();
}
