package org.salesetl.split;

import static org.salesetl.split.KeysOfRange.ID;

import java.util.HashMap;
import java.util.Map;
import org.salesetl.rule.KeysOfFile;
import org.salesetl.rule.SaleKeys;
import org.salesetl.work.WorkFolder;

/** The keys of the rows of a range that have come so far, and those that the range shares with the ranges before it. */
public final class KeysBeforeRange implements SaleKeys {

    private final KeysOfFile own;
    private final Map<String, Integer> before = new HashMap<>();

    /** @param folder where to keep the keys of a long range until they are closed */
    public KeysBeforeRange(WorkFolder folder) {
        this.own = new KeysOfFile(folder);
    }

    /**
     * Adds a key that earlier ranges have too.
     *
     * @param key as {@link KeysOfRange#forEach} gives it
     * @param count the sum of the counts in the earlier ranges
     */
    public void add(String key, int count) {
        String plain = key.substring(1);
        if (key.charAt(0) == ID) {
            if (count > 0) {
                own.isTaken(plain, true);
            }
        } else {
            before.put(plain, count);
        }
    }

    @Override
    public boolean isTaken(String saleId, boolean rowIsGood) {
        return own.isTaken(saleId, rowIsGood);
    }

    @Override
    public int count(String key) {
        return before.getOrDefault(key, 0) + own.count(key);
    }

    @Override
    public void close() {
        own.close();
        before.clear();
    }
}
