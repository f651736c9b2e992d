package org.salesetl.layout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.text.Chunk;
import org.salesetl.text.RefusedFileException;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Kind;

/**
 * Finds out whether the only amount of a file, in a column named {@code total}, is that of whole orders: then every line of an order has
 * the same, and each of them would count. The lines of an order are neighbours.
 */
final class OrderTotals {

    private static final String TOTAL = "total";

    private final int order;
    private final int total;
    private final int quantity;
    private List<String> above = List.of();
    private @Nullable Sighting repeated;
    private String lastRepeated = "";

    /** How many orders have the same total in all of their lines. */
    private int orders;

    private boolean ordersDiffer;
    private boolean linesDiffer;
    private boolean quantitiesDiffer;

    private OrderTotals(Layout layout) {
        this.order = place(layout, Column.ORDER_ID);
        this.total = place(layout, Column.AMOUNT);
        this.quantity = place(layout, Column.QUANTITY);
    }

    private static int place(Layout layout, Column column) {
        CellPlaces cells = layout.columns().get(column);
        return cells == null || cells.places().isEmpty() ? -1 : cells.places().get(0);
    }

    /**
     * Makes sure that a column of totals has those of the lines.
     *
     * @throws RefusedFileException if it has those of the orders
     */
    static void requireAmountsOfLines(Path file, Layout layout) throws IOException {
        OrderTotals totals = new OrderTotals(layout);
        boolean inQuestion = layout.kind() == Kind.SALES
                && layout.mapping().isOfOwnNames()
                && !layout.rejects()
                && !layout.has(Column.PRICE)
                && totals.order >= 0
                && totals.total >= 0
                && HeaderCell.normalised(layout.header().get(totals.total)).equals(TOTAL);
        if (!inQuestion) {
            return;
        }
        try (ChunkReader chunks = ChunkReader.open(file, layout)) {
            chunks.forEachRemaining(chunk -> totals.look(chunk, layout.delimiter()));
        }
        totals.requireAmountsOfLines();
    }

    private void look(Chunk chunk, char delimiter) {
        for (int record = 0; record < chunk.size() && !linesDiffer; record++) {
            look(RejectsTable.cells(chunk.raw(record), delimiter), chunk.line(record));
        }
    }

    private void look(List<String> cells, int line) {
        String cell = cell(cells, total);
        if (cell.isEmpty() || cell(cells, order).isEmpty()) {
            return;
        }
        boolean sameOrder = cell(cells, order).equals(cell(above, order));
        boolean sameTotal = cell.equals(cell(above, total));
        if (sameOrder && sameTotal) {
            orders += cell(cells, order).equals(lastRepeated) ? 0 : 1;
            lastRepeated = cell(cells, order);
            repeated = repeated == null ? new Sighting(line, cell) : repeated;
            quantitiesDiffer |= !cell(cells, quantity).equals(cell(above, quantity));
        }
        linesDiffer |= sameOrder && !sameTotal;
        ordersDiffer |= !above.isEmpty() && !sameOrder && !sameTotal;
        above = cells;
    }

    private static String cell(List<String> cells, int place) {
        return place >= 0 && place < cells.size() ? Text.strip(cells.get(place)) : "";
    }

    /** Where all goods have one price, or one order happens to have two lines of the same amount, nothing is wrong. */
    private void requireAmountsOfLines() {
        boolean ofOrders = !linesDiffer && ordersDiffer && (orders > 1 || quantitiesDiffer);
        if (repeated != null && ofOrders) {
            throw new RefusedFileException(
                    "Expected the amount of each line but total has the same in all lines of an order, as "
                            + repeated
                            + " and the line above has too. It would count once for each line. Add a column with the price or the"
                            + " amount of the line, or, if total is that amount, name it amount, and drop the file again.");
        }
    }
}
