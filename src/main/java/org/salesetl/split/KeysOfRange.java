package org.salesetl.split;

import java.util.HashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.salesetl.rule.SaleKeys;

/**
 * Collects the keys of one range, as if nothing came before it. What the rules say meanwhile of ids and numbers is not true yet, but
 * which keys a row has, and whether it is good apart from them, does not depend on that.
 */
public final class KeysOfRange implements SaleKeys {

    /** Stands before an id. Its count is 1 if a good row of the range takes the id, and 0 if bad rows alone have it. */
    static final char ID = 'i';

    /** Stands before a key that rows of the range count. */
    static final char COUNTED = 'c';

    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    @Override
    public boolean isTaken(String saleId, boolean rowIsGood) {
        ids.merge(saleId, rowIsGood ? 1 : 0, Math::max);
        return false;
    }

    @Override
    public int count(String key) {
        return counts.merge(key, 1, Integer::sum);
    }

    /** Gives each key of the range with its count. The counts of ranges can be added. */
    public void forEach(ObjIntConsumer<String> target) {
        ids.forEach((id, taken) -> target.accept(ID + id, taken));
        counts.forEach((key, count) -> target.accept(COUNTED + key, count));
    }

    @Override
    public void close() {
        // somebody asks for the keys when all rows have been judged
    }
}
