package org.salesetl.rule;

import org.salesetl.validation.IdCounts;
import org.salesetl.validation.IdSet;
import org.salesetl.work.WorkFolder;

/** The keys of the rows that have come so far, for rows that come one after the other. */
public final class KeysOfFile implements SaleKeys {

    private final IdSet taken;
    private final IdCounts counts;

    /** @param folder where to keep the keys of a large file until they are closed */
    public KeysOfFile(WorkFolder folder) {
        this.taken = new IdSet(folder);
        this.counts = new IdCounts(folder);
    }

    @Override
    public boolean isTaken(String saleId, boolean rowIsGood) {
        return rowIsGood ? !taken.add(saleId) : taken.contains(saleId);
    }

    @Override
    public int count(String key) {
        return counts.add(key);
    }

    @Override
    public void close() {
        taken.close();
        counts.close();
    }
}
