package org.salesetl.rollup;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.salesetl.vocabulary.NoCustomer;

/** Adds up the key figures of a business over a slice, and for each day, week or month of it. For one thread. */
public final class KeyFigureScan implements PeriodSums {

    private final Grain grain;
    private final SliceFilter filter;
    private final Sums sums = new Sums(Grouping.DAY);
    private final BitSet customers = new BitSet();

    /** The buyers of each period that may go on in the next pack; of earlier periods only their number is kept. */
    private final TreeMap<Integer, BitSet> buyers = new TreeMap<>();

    private final Map<Integer, Integer> counted = new TreeMap<>();
    private long orders;

    /** The period of each day of the month that is read. */
    private int[] periods = {};

    /** The period of the last sale. The sales of an order are together, sorted by day. */
    private int period;

    private BitSet buyersOfPeriod = new BitSet();

    public KeyFigureScan(Grain grain, SliceFilter filter) {
        this.grain = grain;
        this.filter = filter;
    }

    /**
     * Adds the sales of a pack. The packs must come in the order of their months, each once.
     *
     * @throws IllegalStateException if these bytes are no pack of a known layout
     */
    public void scan(byte[] pack) {
        PassingSales sales = new PassingSales(pack, filter);
        begin(sales);
        while (sales.next()) {
            add(sales);
        }
    }

    /** Begins with a pack. */
    void begin(PassingSales sales) {
        periods = grain.keysOfMonth(sales.sale().month());
        countBefore(periods[1]);
        period = 0;
    }

    /** Adds the current sale. */
    void add(PassingSales sales) {
        PackReader sale = sales.sale();
        boolean startsOrder = sales.startsOrder(Grouping.MONTH);
        boolean startsPeriod = periods[sale.day()] != period;
        if (startsPeriod) {
            period = periods[sale.day()];
            buyersOfPeriod = buyers.computeIfAbsent(period, none -> new BitSet());
        }
        sums.add(period, sale, startsOrder || startsPeriod ? 1 : 0);
        buyersOfPeriod.set(sale.customer());
        customers.set(sale.customer());
        orders += startsOrder ? 1 : 0;
    }

    /**
     * Keeps only the number of buyers for the periods before this one. A million customers on each day of ten years would take
     * half a gigabyte.
     */
    private void countBefore(int period) {
        SortedMap<Integer, BitSet> over = buyers.headMap(period);
        over.forEach((key, buyersOfPeriod) -> counted.merge(key, count(buyersOfPeriod), Integer::sum));
        over.clear();
    }

    @Override
    public Grain grain() {
        return grain;
    }

    @Override
    public List<Sum> sums() {
        return sums.rows();
    }

    @Override
    public List<Integer> customersOfEach() {
        countBefore(Integer.MAX_VALUE);
        return sums.rows().stream()
                .map(sum -> counted.getOrDefault(sum.key(), 0))
                .toList();
    }

    @Override
    public int customers() {
        return count(customers);
    }

    /** How many of these keys are customers: sales without a customer have a key too. */
    private static int count(BitSet keys) {
        return keys.cardinality() - (keys.get(NoCustomer.KEY) ? 1 : 0);
    }

    @Override
    public long orders() {
        return orders;
    }
}
