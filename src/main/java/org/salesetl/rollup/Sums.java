package org.salesetl.rollup;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sums by key, exact however large they are. A row with zeros only counts as absent.
 *
 * <p>The rows are in pages of numbers, in the order in which their keys came; a hash table gives the row of a key. Rows are not
 * objects, and as their number grows, only that table is copied.
 */
public final class Sums {

    private static final int PAGE_BITS = 9;
    private static final int ROWS_IN_PAGE = 1 << PAGE_BITS;
    private static final int FIRST_ROWS = 8;

    /** The columns of a row. All but key and sales take two columns for 128 bits, the low bits first. */
    private static final int KEY = 0;

    private static final int SALES = 1;
    private static final int QUANTITY = 2;
    private static final int REVENUE = 4;
    private static final int COST = 6;
    private static final int COSTED_REVENUE = 8;
    /** Unit prices or orders. */
    private static final int MORE = 10;

    private final Grouping grouping;
    private final boolean countsOrders;
    private final int width;
    private long[][] pages = new long[1][];
    private int rows;

    /** The hash table: row number + 1 by hash of the key; 0 in a free place. At most half of the places are taken. */
    private int[] places = new int[16];

    Sums(Grouping grouping) {
        this(grouping, grouping.countsOrders());
    }

    private Sums(Grouping grouping, boolean countsOrders) {
        this.grouping = grouping;
        this.countsOrders = countsOrders;
        this.width = countsOrders || grouping == Grouping.PRODUCT ? MORE + 2 : MORE;
    }

    /** Sums that count orders, whatever the keys are; those by product have no unit prices then. */
    static Sums withOrders(Grouping grouping) {
        return new Sums(grouping, true);
    }

    /**
     * Adds a sale to the sums of a key, or takes it away if the sign is -1.
     *
     * @param more unit prices or orders; ignored if the grouping has neither
     */
    void add(int key, SoldLine line, int sign, long more) {
        add(key, sign, sign * line.quantity(), sign * line.revenue(), sign, line.cost(), more);
    }

    /** Adds the current sale of a reader to the sums of a key. */
    void add(int key, PackReader sale, long more) {
        add(key, 1, sale.quantity(), sale.revenue(), 1, sale.cost(), more);
    }

    /** Adds orders to the sums of a key. */
    void addOrders(int key, long orders) {
        add(key, 0, 0, 0, 0, SoldLine.NO_COST, orders);
    }

    private void add(int key, int sales, long quantity, long revenue, int sign, long cost, long more) {
        int row = row(key);
        long[] page = pages[row >>> PAGE_BITS];
        int at = (row & (ROWS_IN_PAGE - 1)) * width;
        page[at + SALES] += sales;
        addWide(page, at + QUANTITY, quantity);
        addWide(page, at + REVENUE, revenue);
        if (cost != SoldLine.NO_COST) {
            addWide(page, at + COST, sign * cost);
            addWide(page, at + COSTED_REVENUE, revenue);
        }
        if (width > MORE) {
            addWide(page, at + MORE, more);
        }
    }

    private static void addWide(long[] page, int at, long value) {
        long low = page[at] + value;
        int carry = Long.compareUnsigned(low, value) < 0 ? 1 : 0;
        page[at] = low;
        page[at + 1] += (value >> 63) + carry;
    }

    private int row(int key) {
        int place = place(key);
        while (places[place] != 0) {
            int row = places[place] - 1;
            if (value(row, KEY) == key) {
                return row;
            }
            place = (place + 1) & (places.length - 1);
        }
        return newRow(key, place);
    }

    /** The first place to look for a key: the upper bits of a product that scatters neighbouring keys. */
    private int place(int key) {
        return (key * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(places.length) + 1);
    }

    private int newRow(int key, int place) {
        int row = rows++;
        int page = row >>> PAGE_BITS;
        if (page == pages.length) {
            pages = Arrays.copyOf(pages, page * 2);
        }
        if (pages[page] == null) {
            pages[page] = new long[(page == 0 ? FIRST_ROWS : ROWS_IN_PAGE) * width];
        } else if (page == 0 && row * width == pages[page].length) {
            // most sums of a small slice have a few rows
            pages[page] = Arrays.copyOf(pages[page], 2 * pages[page].length);
        }
        pages[page][(row & (ROWS_IN_PAGE - 1)) * width + KEY] = key;
        places[place] = rows;
        if (rows > places.length / 2) {
            growPlaces();
        }
        return row;
    }

    private void growPlaces() {
        places = new int[places.length * 2];
        for (int row = 0; row < rows; row++) {
            int place = place((int) value(row, KEY));
            while (places[place] != 0) {
                place = (place + 1) & (places.length - 1);
            }
            places[place] = row + 1;
        }
    }

    private long value(int row, int column) {
        return pages[row >>> PAGE_BITS][(row & (ROWS_IN_PAGE - 1)) * width + column];
    }

    /** What the keys are. */
    public Grouping grouping() {
        return grouping;
    }

    /** How many bytes the sums take. */
    public long bytes() {
        long numbers = 0;
        for (int page = 0; page < pages.length && pages[page] != null; page++) {
            numbers += pages[page].length;
        }
        return numbers * Long.BYTES + (long) places.length * Integer.BYTES;
    }

    /** The rows by ascending key. */
    public List<Sum> rows() {
        return sortedRows().mapToObj(this::sum).toList();
    }

    /** {@link #json(int)}, with all rows in one array; {@code []} if there are none. */
    public String json() {
        return toJson(sortedRows().toArray(), 0, Integer.MAX_VALUE);
    }

    /**
     * The rows by ascending key as JSON arrays of arrays, {@code [[17,3,"12.0000","345.6700",0,0,"115.2233"],…]}: key, sales, quantity,
     * revenue, cost, costed revenue; then unit prices or orders, if the grouping has them. Decimals are text, so that no digit is lost,
     * but a zero is a number, which is shorter.
     *
     * @param rowsEach how many rows an array has at most, so that the database takes each array as one parameter
     */
    public Iterator<String> json(int rowsEach) {
        int[] sorted = sortedRows().toArray();
        return IntStream.iterate(0, from -> from < sorted.length, from -> from + rowsEach)
                .mapToObj(from -> toJson(sorted, from, rowsEach))
                .iterator();
    }

    /** The revenue of each row by ascending key as a JSON array of arrays, {@code [[17,"345.6700"],…]}; {@code []} if there are no rows. */
    public String revenueJson() {
        StringBuilder json = new StringBuilder("[");
        sortedRows().forEach(row -> {
            json.append(json.length() == 1 ? "[" : ",[").append(value(row, KEY));
            appendDecimal(json, row, REVENUE);
            json.append(']');
        });
        return json.append(']').toString();
    }

    private IntStream sortedRows() {
        return IntStream.range(0, rows)
                .filter(this::isNotZero)
                .mapToLong(row -> (value(row, KEY) << 32) | row)
                .sorted()
                .mapToInt(keyAndRow -> (int) keyAndRow);
    }

    private boolean isNotZero(int row) {
        return IntStream.range(SALES, width).anyMatch(column -> value(row, column) != 0);
    }

    private Sum sum(int row) {
        return new Sum(
                (int) value(row, KEY),
                value(row, SALES),
                decimal(row, QUANTITY),
                decimal(row, REVENUE),
                decimal(row, COST),
                decimal(row, COSTED_REVENUE),
                width > MORE && !countsOrders ? decimal(row, MORE) : BigDecimal.valueOf(0, 4),
                countsOrders ? value(row, MORE) : 0);
    }

    private String toJson(int[] sorted, int from, int count) {
        StringBuilder json = new StringBuilder("[");
        for (int i = from; i < sorted.length && i - from < count; i++) {
            int row = sorted[i];
            json.append(i == from ? "[" : ",[").append(value(row, KEY));
            json.append(',').append(value(row, SALES));
            appendDecimal(json, row, QUANTITY);
            appendDecimal(json, row, REVENUE);
            appendDecimal(json, row, COST);
            appendDecimal(json, row, COSTED_REVENUE);
            if (countsOrders) {
                json.append(',').append(value(row, MORE));
            } else if (width > MORE) {
                appendDecimal(json, row, MORE);
            }
            json.append(']');
        }
        return json.append(']').toString();
    }

    private void appendDecimal(StringBuilder json, int row, int column) {
        if (value(row, column) == 0 && value(row, column + 1) == 0) {
            json.append(",0");
        } else {
            json.append(",\"").append(decimal(row, column).toPlainString()).append('"');
        }
    }

    /** A sum in ten-thousandths as a decimal. */
    private BigDecimal decimal(int row, int column) {
        long low = value(row, column);
        long high = value(row, column + 1);
        if (high == low >> 63) {
            return BigDecimal.valueOf(low, 4);
        }
        BigInteger unsignedLow = BigInteger.valueOf(low & Long.MAX_VALUE);
        if (low < 0) {
            unsignedLow = unsignedLow.setBit(63);
        }
        return new BigDecimal(BigInteger.valueOf(high).shiftLeft(64).add(unsignedLow), 4);
    }
}
