package org.salesetl.rollup;

import java.util.Collection;

/** Merges several packs into one: the earlier sales and the additions, without the removals. */
final class PackMerge {

    private PackMerge() {}

    /**
     * Merges packs of one slice of a month.
     *
     * @param kept the earlier pack, and additions
     * @param removed entries to remove from these, each as often as it is listed
     * @throws IllegalStateException if an entry to remove is not there
     */
    static SalesPack merge(PackKey key, Collection<PackReader> kept, Collection<PackReader> removed) {
        PackQueue lines = new PackQueue(kept);
        PackQueue removals = new PackQueue(removed);
        PackWriter writer =
                new PackWriter(kept.stream().mapToInt(PackReader::remaining).sum());
        writer.begin(key.month());
        for (PackReader line = lines.head(); line != null; line = lines.head()) {
            PackReader removal = removals.head();
            if (removal != null && removal.compareEntry(line) == 0) {
                removals.advance();
            } else {
                writer.append(line);
            }
            lines.advance();
        }
        // A removal without an equal entry stays at the head, and holds up those behind it.
        PackReader left = removals.head();
        if (left != null) {
            throw new IllegalStateException(
                    "Slice " + key.slice() + " of " + key.month() + " has no such sale to take away: " + left.line());
        }
        writer.end();
        return new SalesPack(key.month(), key.slice(), writer.entries(), writer.toBytes());
    }
}
