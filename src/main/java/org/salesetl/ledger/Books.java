package org.salesetl.ledger;

import static java.util.Map.entry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.salesetl.SqlRow;
import org.salesetl.validation.Reason;

/**
 * What became of the rows of one file. They balance: {@code read = inserted + updated + unchanged + rejected + parked},
 * with blank rows beside them.
 */
public final class Books {

    /** Also read by those who watch a load. */
    private final AtomicInteger read = new AtomicInteger();

    private int blank;
    private int repaired;
    private int inserted;
    private int updated;
    private int unchanged;
    private int rejected;
    private int parked;
    private int released;
    private int customersAdded;
    private int productsAdded;
    private int warnings;
    private final Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);

    /** Counts a record of blank cells. */
    public void blank() {
        blank++;
    }

    /** Counts a good row. */
    public void accepted(boolean wasRepaired) {
        read.incrementAndGet();
        repaired += wasRepaired ? 1 : 0;
    }

    /** Counts a bad row by its first reason. */
    public void rejected(Reason first) {
        read.incrementAndGet();
        rejected++;
        reasons.merge(first, 1, Integer::sum);
    }

    /** Counts a row, accepted before, that was rejected when it was compared with the warehouse. */
    public void rejectedLate(Reason first) {
        rejected++;
        reasons.merge(first, 1, Integer::sum);
    }

    /** Counts a sale, accepted before, that has to wait. */
    public void parked(Reason first) {
        parked++;
        reasons.merge(first, 1, Integer::sum);
    }

    /**
     * Takes over what the merge counted.
     *
     * @param counts rows of {@code outcome} ({@code inserted}, {@code updated} or {@code unchanged}) and {@code row_count}
     */
    public void merged(List<SqlRow> counts) {
        inserted = count(counts, "inserted");
        updated = count(counts, "updated");
        unchanged = count(counts, "unchanged");
    }

    /** Takes over how many rows went in that nobody had seen before. */
    public void inserted(int rows) {
        inserted = rows;
    }

    /** Takes over how many rows are compared with known ones: none has changed, as far as is known. */
    public void compared(int rows) {
        unchanged = rows;
    }

    /** Takes over how many of the compared rows were new, and how many differed from what was known. */
    public void changed(int newRows, int otherRows) {
        inserted = newRows;
        updated = otherRows;
        unchanged -= newRows + otherRows;
    }

    /** Takes over how many parked sales of earlier files this file set free. */
    public void released(int sales) {
        released = sales;
    }

    /**
     * Takes over what a wide sales file brought besides its sales.
     *
     * @param otherwise in how many rows it says something that an earlier one says otherwise
     */
    public void described(int customers, int products, int otherwise) {
        customersAdded = customers;
        productsAdded = products;
        warnings = otherwise;
    }

    /** Takes over what was found and set free while the same file was read for its customers and products. */
    public void foundBefore(Books earlier) {
        customersAdded = earlier.customersAdded;
        productsAdded = earlier.productsAdded;
        warnings = earlier.warnings;
        released = earlier.released;
    }

    /**
     * The books as parameters of a ledger statement.
     *
     * @throws IllegalStateException if they do not balance
     */
    public Map<String, Object> parameters() {
        requireBalanced();
        return counts();
    }

    /**
     * Makes sure that the books balance.
     *
     * @throws IllegalStateException if they do not: then nothing of the file may be committed
     */
    public void requireBalanced() {
        if (read.get() != inserted + updated + unchanged + rejected + parked) {
            throw new IllegalStateException("The books do not balance: read " + read + " but inserted " + inserted
                    + ", updated " + updated + ", unchanged " + unchanged + ", rejected " + rejected + ", parked "
                    + parked);
        }
    }

    /** The books as they stand, balanced or not, by the names of the ledger's parameters. */
    public Map<String, Object> counts() {
        return Map.ofEntries(
                entry("rowsRead", read.get()),
                entry("blank", blank),
                entry("repaired", repaired),
                entry("inserted", inserted),
                entry("updated", updated),
                entry("unchanged", unchanged),
                entry("rejected", rejected),
                entry("parked", parked),
                entry("released", released),
                entry("customersAdded", customersAdded),
                entry("productsAdded", productsAdded),
                entry("warnings", warnings));
    }

    /** Rejected and parked rows by their first reason, as parameters of a ledger statement. */
    public List<Map<String, Object>> reasonParameters() {
        return reasons.entrySet().stream()
                .map(entry -> Map.<String, Object>of("reason", entry.getKey().label(), "rowCount", entry.getValue()))
                .toList();
    }

    /** Rows read so far, blank ones not counted. */
    public int read() {
        return read.get();
    }

    /** Whether rows were rejected so far. */
    public boolean hasRejects() {
        return rejected > 0;
    }

    @Override
    public String toString() {
        return "read " + read + " = inserted " + inserted + " + updated " + updated + " + unchanged " + unchanged
                + " + rejected " + rejected + " + parked " + parked + "; blank " + blank + ", repaired " + repaired
                + ", released " + released;
    }

    private static int count(List<SqlRow> counts, String outcome) {
        return counts.stream()
                .filter(row -> row.text("outcome").equals(outcome))
                .mapToInt(row -> row.integer("row_count"))
                .sum();
    }
}
