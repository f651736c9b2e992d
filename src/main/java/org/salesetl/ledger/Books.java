package org.salesetl.ledger;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlRow;
import org.salesetl.validation.Reason;
import org.salesetl.vocabulary.Labelled;

/**
 * What became of the rows of one file, and of their revenue. The rows balance: {@code read = inserted + updated + unchanged +
 * withdrawn + left out + rejected + parked}, with blank rows beside them.
 */
public final class Books {

    /** Atomic because pages show this count while the file loads. */
    private final AtomicInteger read = new AtomicInteger();

    private int blank;
    private int repaired;
    private int released;
    private int customersAdded;
    private int productsAdded;
    private int warnings;
    private final Map<Outcome, Part> parts = new EnumMap<>(Outcome.class);
    private final Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    private final Map<String, Part> leftOut = new TreeMap<>();

    /** Opens empty books. */
    public Books() {
        for (Outcome outcome : Outcome.values()) {
            parts.put(outcome, Part.NONE);
        }
    }

    /** Counts a row whose cells are all blank. */
    public void blank() {
        blank++;
    }

    /** Counts a good row. */
    public void accepted(boolean wasRepaired) {
        read.incrementAndGet();
        repaired += wasRepaired ? 1 : 0;
    }

    /**
     * Counts a bad row by its first reason.
     *
     * @param revenue the revenue of the sale in the row; null if it is not known
     */
    public void rejected(Reason first, @Nullable BigDecimal revenue) {
        read.incrementAndGet();
        rejectedLate(first, revenue);
    }

    /** Counts a row, accepted before, that was rejected when it was compared with the warehouse. */
    public void rejectedLate(Reason first, @Nullable BigDecimal revenue) {
        count(Outcome.REJECTED, revenue);
        reasons.merge(first, 1, Integer::sum);
    }

    /** Counts a sale, accepted before, that has to wait. */
    public void parked(Reason first, @Nullable BigDecimal revenue) {
        count(Outcome.PARKED, revenue);
        reasons.merge(first, 1, Integer::sum);
    }

    /**
     * Counts a row that is no sale.
     *
     * @param why the kind of row
     * @param revenue the revenue that the sale would have; null if it is not known
     */
    public void leftOut(Labelled why, @Nullable BigDecimal revenue) {
        read.incrementAndGet();
        leftOut.merge(why.label(), count(Outcome.LEFT_OUT, revenue), Part::plus);
    }

    /**
     * Takes over how many of the rows that were left out have withdrawn a sale.
     *
     * @param why the kind of these rows
     * @param sales the rows, with the revenue that the sales had
     * @param revenue the revenue that the rows themselves tell
     */
    public void withdrawn(Labelled why, Part sales, BigDecimal revenue) {
        Part rows = new Part(sales.rows(), revenue);
        parts.put(Outcome.WITHDRAWN, sales);
        parts.computeIfPresent(Outcome.LEFT_OUT, (outcome, all) -> all.minus(rows));
        leftOut.computeIfPresent(why.label(), (label, all) -> all.rows() == rows.rows() ? null : all.minus(rows));
    }

    /**
     * Takes over what the merge of a dimension counted.
     *
     * @param counts rows of {@code outcome} ({@code inserted}, {@code updated} or {@code unchanged}) and {@code row_count}
     */
    public void merged(List<SqlRow> counts) {
        counts.forEach(row -> parts.put(
                Labelled.of(Outcome.class, row.text("outcome")), new Part(row.integer("row_count"), BigDecimal.ZERO)));
    }

    /** Counts sales that go in, and that nobody has seen before. */
    public void inserted(Part sales) {
        parts.merge(Outcome.INSERTED, sales, Part::plus);
    }

    /** Counts sales that are compared with known ones: none has changed, as far as is known. */
    public void compared(Part sales) {
        parts.merge(Outcome.UNCHANGED, sales, Part::plus);
    }

    /** Takes over which of the compared sales were new, and which differed from what was known. */
    public void changed(Part newSales, Part otherSales) {
        parts.put(Outcome.INSERTED, newSales);
        parts.put(Outcome.UPDATED, otherSales);
        parts.computeIfPresent(
                Outcome.UNCHANGED, (outcome, all) -> all.minus(newSales).minus(otherSales));
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
     * Makes sure that the books balance.
     *
     * @throws IllegalStateException if the books do not balance; nothing of the file may be committed then
     */
    public void requireBalanced() {
        if (read.get() != parts.values().stream().mapToInt(Part::rows).sum()) {
            throw new IllegalStateException("The books do not balance: read " + read + " but " + rows(", "));
        }
    }

    /** The counts as they stand, balanced or not, by the names of the ledger's parameters. */
    public Map<String, Object> counts() {
        Map<String, Object> counts = new HashMap<>(Map.of(
                "rowsRead", read.get(),
                "blank", blank,
                "repaired", repaired,
                "released", released,
                "customersAdded", customersAdded,
                "productsAdded", productsAdded,
                "warnings", warnings));
        parts.forEach((outcome, part) -> counts.put(outcome.count(), part.rows()));
        return counts;
    }

    /** The revenue of each outcome as it stands, by the names of the ledger's parameters. */
    public Map<String, BigDecimal> revenue() {
        Map<String, BigDecimal> revenue = new HashMap<>();
        parts.forEach((outcome, part) -> revenue.put(outcome.revenue(), part.revenue()));
        return revenue;
    }

    /** The rows that were left out, by the kind of row. */
    public Map<String, Part> leftOut() {
        return Collections.unmodifiableMap(leftOut);
    }

    /** Rejected and parked rows by their first reason, as parameters of a ledger statement. */
    public List<Map<String, Object>> reasonParameters() {
        return reasons.entrySet().stream()
                .map(entry -> Map.<String, Object>of("reason", entry.getKey().label(), "rowCount", entry.getValue()))
                .toList();
    }

    /** The rows that were left out by their kind, as parameters of a ledger statement. */
    public List<Map<String, Object>> leftOutParameters() {
        return leftOut.entrySet().stream()
                .map(entry -> Map.<String, Object>of(
                        "why",
                        entry.getKey(),
                        "rowCount",
                        entry.getValue().rows(),
                        "amount",
                        entry.getValue().revenue()))
                .toList();
    }

    /** Rows read so far, blank ones not counted. */
    public int read() {
        return read.get();
    }

    /** The rows with this outcome so far. */
    public Part part(Outcome outcome) {
        return parts.getOrDefault(outcome, Part.NONE);
    }

    /** Whether rows were rejected so far. */
    public boolean hasRejects() {
        return part(Outcome.REJECTED).rows() > 0;
    }

    @Override
    public String toString() {
        return "read " + read + " = " + rows(" + ") + "; blank " + blank + ", repaired " + repaired + ", released "
                + released + revenueInWords();
    }

    private String rows(String separator) {
        return parts.entrySet().stream()
                .map(part -> part.getKey().words() + " " + part.getValue().rows())
                .collect(Collectors.joining(separator));
    }

    private String revenueInWords() {
        StringJoiner words = new StringJoiner(", ", "; revenue ", "").setEmptyValue("");
        parts.forEach((outcome, part) -> {
            if (part.revenue().signum() != 0) {
                words.add(outcome.words() + " "
                        + part.revenue().stripTrailingZeros().toPlainString());
            }
        });
        return words.toString();
    }

    private Part count(Outcome outcome, @Nullable BigDecimal revenue) {
        Part row = new Part(1, revenue == null ? BigDecimal.ZERO : revenue);
        parts.merge(outcome, row, Part::plus);
        return row;
    }
}
