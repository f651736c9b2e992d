package org.salesetl.ledger;

import static java.util.Map.entry;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.salesetl.SqlRow;
import org.salesetl.validation.Reason;

/**
 * Counts what happened to the rows of one file. The books balance if {@code read = inserted + updated + unchanged + rejected +
 * parked}. Blank rows are counted separately.
 */
public final class Books {

    /** Atomic because pages show this count while the file loads. */
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

    /** Counts a row whose cells are all blank. */
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

    /** Counts a row that the rules accepted, and that was rejected when it was compared with the warehouse. */
    public void rejectedLate(Reason first) {
        rejected++;
        reasons.merge(first, 1, Integer::sum);
    }

    /** Counts a sale that the rules accepted, and that has to wait. */
    public void parked(Reason first) {
        parked++;
        reasons.merge(first, 1, Integer::sum);
    }

    /**
     * Sets the counts of a merge.
     *
     * @param counts rows of {@code outcome} ({@code inserted}, {@code updated} or {@code unchanged}) and {@code row_count}
     */
    public void merged(List<SqlRow> counts) {
        inserted = count(counts, "inserted");
        updated = count(counts, "updated");
        unchanged = count(counts, "unchanged");
    }

    /** Sets the number of new rows. */
    public void inserted(int rows) {
        inserted = rows;
    }

    /** Sets the number of rows that are compared with known rows. The rows count as unchanged until {@link #changed} is called. */
    public void compared(int rows) {
        unchanged = rows;
    }

    /** Sets how many of the compared rows were new, and how many differed from the known row. */
    public void changed(int newRows, int otherRows) {
        inserted = newRows;
        updated = otherRows;
        unchanged -= newRows + otherRows;
    }

    /** Sets the number of parked sales of earlier files that this file released. */
    public void released(int sales) {
        released = sales;
    }

    /**
     * Sets the counts of the customers and products that a wide file describes.
     *
     * @param customers the number of new customers
     * @param products the number of new products
     * @param otherwise the number of rows that contradict an earlier row
     */
    public void described(int customers, int products, int otherwise) {
        customersAdded = customers;
        productsAdded = products;
        warnings = otherwise;
    }

    /** Copies the counts of the first reading of the same wide file, the reading for its customers and products. */
    public void foundBefore(Books earlier) {
        customersAdded = earlier.customersAdded;
        productsAdded = earlier.productsAdded;
        warnings = earlier.warnings;
        released = earlier.released;
    }

    /**
     * The counts as parameters of a ledger statement.
     *
     * @throws IllegalStateException if the books do not balance
     */
    public Map<String, Object> parameters() {
        requireBalanced();
        return counts();
    }

    /**
     * Makes sure that the books balance.
     *
     * @throws IllegalStateException if the books do not balance; nothing of the file may be committed then
     */
    public void requireBalanced() {
        if (read.get() != inserted + updated + unchanged + rejected + parked) {
            throw new IllegalStateException("The books do not balance: read " + read + " but inserted " + inserted
                    + ", updated " + updated + ", unchanged " + unchanged + ", rejected " + rejected + ", parked "
                    + parked);
        }
    }

    /** The current counts by the names of the ledger's parameters, whether or not the books balance. */
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

    /** The number of rows read so far, without blank rows. */
    public int read() {
        return read.get();
    }

    /** Whether a row has been rejected so far. */
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
