package org.salesetl.layout;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.OrderAmount;
import org.salesetl.mapping.OrderAmount.Treatment;
import org.salesetl.notation.Numbers;
import org.salesetl.text.RefusedFileException;
import org.salesetl.work.WorkFolder;

/**
 * What each row bears of the discounts and refunds of its order, for mappings that spread these. The lines of an order are neighbours, so
 * one order is in memory at a time; the shares of all rows wait in a work file until their rows are read.
 *
 * <p>The shares of an order add up to its amount exactly: each is rounded down to the cent, and the cents that are left go to the rows
 * that have lost most by the rounding (the largest remainder, also called the Hamilton method).
 */
public final class OrderShares implements Closeable {

    /** How many bytes the share of a row takes. */
    public static final int BYTES = Long.BYTES;

    private static final int MOST_LINES = 100_000;

    /** Shares are kept in ten-thousandths, as the facts keep amounts. */
    private static final int SCALE = 4;

    private static final int CENT = 100;

    private final DataInputStream shares;

    /**
     * Reads what {@link #write} has written, or a part of it.
     *
     * @param shares from the share of the next row on; closed at the end
     */
    public OrderShares(InputStream shares) {
        this.shares = new DataInputStream(new BufferedInputStream(shares));
    }

    /** Whether the mapping of a file spreads amounts of orders. Rows that come back do not have the other rows of their order. */
    public static boolean areNeeded(Layout layout) {
        return !layout.rejects()
                && layout.mapping().orderAmounts().stream().anyMatch(amount -> amount.treatment() == Treatment.SPREAD);
    }

    /**
     * Finds the share of each row.
     *
     * @param chunks the records below the header
     * @throws RefusedFileException if an order has more lines than fit in memory
     */
    public static OrderShares of(ChunkReader chunks, Layout layout, Set<String> nullWords, WorkFolder folder)
            throws IOException {
        FileChannel file = folder.openFile();
        try {
            write(chunks, layout, nullWords, Channels.newOutputStream(file), () -> {});
            return new OrderShares(Channels.newInputStream(file.position(0)));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Writes the share of each row, {@link #BYTES} for each.
     *
     * @param chunks the records below the header
     * @param eachChunk what to do before each chunk; whatever it throws ends the work
     * @throws RefusedFileException if an order has more lines than fit in memory
     */
    public static void write(
            ChunkReader chunks, Layout layout, Set<String> nullWords, OutputStream shares, Runnable eachChunk)
            throws IOException {
        DataOutputStream target = new DataOutputStream(new BufferedOutputStream(shares));
        Order order = new Order(layout, target);
        RowReader reader = new RowReader(layout, nullWords);
        while (chunks.hasNext()) {
            eachChunk.run();
            for (Row row : reader.read(chunks.next())) {
                order.add(row);
            }
        }
        order.close();
        target.flush();
    }

    /** The share of the next row; zero for a row that is no sale. */
    BigDecimal next() {
        try {
            return BigDecimal.valueOf(shares.readLong(), SCALE);
        } catch (IOException e) {
            throw new UncheckedIOException("The work file of the shares cannot be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        shares.close();
    }

    /** The lines of the current order. */
    private static final class Order {

        private final Layout layout;
        private final DataOutputStream target;
        private final List<List<Integer>> places;
        private final List<BigDecimal> amounts = new ArrayList<>();
        private final @Nullable BigDecimal[] toSpread;
        private @Nullable String id;

        Order(Layout layout, DataOutputStream target) {
            this.layout = layout;
            this.target = target;
            this.places = layout.mapping().orderAmounts().stream()
                    .filter(amount -> amount.treatment() == Treatment.SPREAD)
                    .map(OrderAmount::column)
                    .map(layout.table()::places)
                    .toList();
            this.toSpread = new BigDecimal[places.size()];
        }

        void add(Row row) throws IOException {
            String orderId = row.cell(Column.ORDER_ID);
            if (orderId == null || !orderId.equals(id)) {
                close();
            }
            id = orderId;
            if (amounts.size() >= MOST_LINES) {
                throw new RefusedFileException(
                        "Expected at most " + MOST_LINES + " lines in an order whose discount is spread"
                                + " over its lines but found more in order " + orderId);
            }
            amounts.add(row.leftOut() == null ? amount(row) : BigDecimal.ZERO);
            for (int i = 0; i < toSpread.length; i++) {
                toSpread[i] = toSpread[i] == null ? found(row, places.get(i)) : toSpread[i];
            }
        }

        /** The first line carries the amount for the whole order; other lines may repeat it. */
        private @Nullable BigDecimal found(Row row, List<Integer> cells) {
            for (int place : cells) {
                BigDecimal value = place < row.cells().size()
                        ? Numbers.parse(
                                row.cells().get(place).strip(),
                                layout.conventions().decimals().usual())
                        : null;
                if (value != null && value.signum() != 0) {
                    return value.abs();
                }
            }
            return null;
        }

        private BigDecimal amount(Row row) {
            BigDecimal amount = row.number(Column.AMOUNT);
            BigDecimal price = row.number(Column.PRICE);
            BigDecimal quantity = row.number(Column.QUANTITY);
            if (price == null || quantity == null || (amount != null && layout.isAmountFirst())) {
                return amount == null ? BigDecimal.ZERO : amount.abs();
            }
            BigDecimal discount = row.number(Column.DISCOUNT);
            BigDecimal product = price.multiply(quantity).abs();
            if (discount == null) {
                return product;
            }
            BigDecimal off = layout.terms().discounts().off(product, discount);
            return product.subtract(off.abs()).max(BigDecimal.ZERO);
        }

        void close() throws IOException {
            BigDecimal sum = BigDecimal.ZERO;
            for (BigDecimal amount : toSpread) {
                sum = amount == null ? sum : sum.add(amount);
            }
            for (long share : shares(amounts, sum)) {
                target.writeLong(share);
            }
            amounts.clear();
            Arrays.fill(toSpread, null);
        }
    }

    /**
     * The shares of some lines in an amount, in ten-thousandths.
     *
     * @param amounts the amounts of the lines, none negative
     * @param toSpread what they share, not negative; nothing is spread over lines without amounts
     */
    static long[] shares(List<BigDecimal> amounts, BigDecimal toSpread) {
        long[] shares = new long[amounts.size()];
        BigDecimal total = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (toSpread.signum() == 0 || total.signum() == 0) {
            return shares;
        }
        long units =
                toSpread.movePointRight(SCALE).setScale(0, RoundingMode.HALF_UP).longValueExact();
        // an amount in cents is shared in cents
        long step = units % CENT == 0 ? CENT : 1;
        long left = units / step;
        BigDecimal steps = BigDecimal.valueOf(left);
        BigDecimal[] remainders = new BigDecimal[shares.length];
        for (int i = 0; i < shares.length; i++) {
            BigDecimal[] exact = amounts.get(i).multiply(steps).divideAndRemainder(total);
            shares[i] = exact[0].longValueExact() * step;
            left -= exact[0].longValueExact();
            remainders[i] = exact[1];
        }
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i])
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(left)
                .forEach(i -> shares[i] += step);
        return shares;
    }
}
