package org.salesetl.rollup;

import java.util.Collection;

/** Makes one pack of several: what was there and what came, less what went. */
final class PackMerge {

    private PackMerge() {}

    /**
     * Merges packs of one slice of a month.
     *
     * @param kept what was there before, and additions
     * @param removed entries that are among those, each as often as it is to be taken away
     * @throws IllegalStateException if an entry is to be removed that is not there
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
        // One that met no equal entry stays where it is, and holds up those behind it.
        PackReader left = removals.head();
        if (left != null) {
            throw new IllegalStateException(
                    "Slice " + key.slice() + " of " + key.month() + " has no such sale to take away: " + left.line());
        }
        writer.end();
        return new SalesPack(key.month(), key.slice(), writer.entries(), writer.toBytes());
    }
}
