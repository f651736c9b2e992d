package org.salesetl.layout;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salesetl.mapping.Column;

/**
 * Rows with a status that says that they are no sale, although other rows take them back: some accounting programs mark a cancelled
 * invoice, and write a second one with a minus beside it. Both count, or neither does; left out, the first one would leave the minus of
 * the second one in the revenue.
 */
final class CancelledTwice {

    /** More rows are not held against each other. */
    private static final int MOST_ROWS = 100_000;

    private final Map<String, Map<List<String>, Integer>> cancelled = new HashMap<>();
    private final Map<List<String>, Integer> takenBack = new HashMap<>();
    private final Map<List<String>, Integer> sold = new HashMap<>();
    private int rows;

    /** Notes a row without a minus whose status says that it is no sale. */
    void cancels(String status, Row row) {
        note(cancelled.computeIfAbsent(status, absent -> new HashMap<>()), row);
    }

    /** Notes a row with a minus. */
    void takesBack(Row row) {
        note(takenBack, row);
    }

    /** Notes any other row without a minus. */
    void sells(Row row) {
        note(sold, row);
    }

    /** Whether each row with this status has one of its own that takes it back, and that can take back no other row of the customer. */
    boolean areTakenBack(String status) {
        Map<List<String>, Integer> rowsOfStatus = cancelled.getOrDefault(status, Map.of());
        return rows <= MOST_ROWS
                && !rowsOfStatus.isEmpty()
                && rowsOfStatus.entrySet().stream()
                        .allMatch(row -> !row.getKey().get(0).isEmpty()
                                && !sold.containsKey(row.getKey())
                                && takenBack.getOrDefault(row.getKey(), 0) >= row.getValue());
    }

    private void note(Map<List<String>, Integer> counts, Row row) {
        rows++;
        if (rows <= MOST_ROWS) {
            counts.merge(
                    List.of(
                            text(row, Column.CUSTOMER_ID),
                            text(row, Column.PRODUCT_ID),
                            unsigned(row, Column.QUANTITY),
                            unsigned(row, Column.PRICE),
                            unsigned(row, Column.AMOUNT)),
                    1,
                    Integer::sum);
        }
    }

    private static String text(Row row, Column column) {
        String cell = row.cell(column);
        return cell == null ? "" : cell;
    }

    private static String unsigned(Row row, Column column) {
        BigDecimal number = row.cell(column) == null ? null : row.number(column);
        return number == null ? "" : number.abs().stripTrailingZeros().toPlainString();
    }
}
