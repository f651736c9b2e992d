package org.salesetl.ledger;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salesetl.layout.LeftOut.Why;
import org.salesetl.sql.SqlRow;
import org.salesetl.validation.Reason;

class BooksTest {

    private final Books books = new Books();

    @Test
    void balanceWhenEveryRowHasAnOutcome() {
        for (int i = 0; i < 6; i++) {
            books.accepted(i < 2);
        }
        books.rejected(Reason.BAD_DATE, new BigDecimal("1.50"));
        books.rejected(Reason.BAD_DATE, null);
        books.parked(Reason.UNKNOWN_CUSTOMER, BigDecimal.TEN);
        books.rejectedLate(Reason.BAD_PRICE, null);
        books.blank();
        books.compared(part(1, "10"));
        books.compared(part(3, "200"));
        books.changed(part(1, "40"), part(1, "5"));
        books.leftOut(Why.STATUS, new BigDecimal("7"));
        books.leftOut(Why.STATUS, new BigDecimal("8"));
        books.leftOut(Why.TOTAL_LINE, null);
        books.withdrawn(Why.STATUS, part(1, "6.50"), new BigDecimal("8"));
        books.released(5);
        books.described(6, 7, 4);

        books.requireBalanced();
        assertThat(books.counts())
                .isEqualTo(Map.ofEntries(
                        entry("rowsRead", 11),
                        entry("blank", 1),
                        entry("repaired", 2),
                        entry("inserted", 1),
                        entry("updated", 1),
                        entry("unchanged", 2),
                        entry("withdrawn", 1),
                        entry("leftOut", 2),
                        entry("rejected", 3),
                        entry("parked", 1),
                        entry("released", 5),
                        entry("customersAdded", 6),
                        entry("productsAdded", 7),
                        entry("warnings", 4)));
        assertThat(books.revenue())
                .isEqualTo(Map.ofEntries(
                        entry("insertedRevenue", new BigDecimal("40")),
                        entry("updatedRevenue", new BigDecimal("5")),
                        entry("unchangedRevenue", new BigDecimal("165")),
                        entry("withdrawnRevenue", new BigDecimal("6.50")),
                        entry("leftOutRevenue", new BigDecimal("7")),
                        entry("rejectedRevenue", new BigDecimal("1.50")),
                        entry("parkedRevenue", new BigDecimal("10"))));
        assertThat(books.reasonParameters())
                .containsExactly(
                        Map.of("reason", "bad_price", "rowCount", 1),
                        Map.of("reason", "bad_date", "rowCount", 2),
                        Map.of("reason", "unknown_customer", "rowCount", 1));
        assertThat(books.leftOut()).isEqualTo(Map.of("status", part(1, "7"), "total_line", part(1, "0")));
        assertThat(books)
                .hasToString("read 11 = inserted 1 + updated 1 + unchanged 2 + withdrawn 1 + left out 2 + rejected 3"
                        + " + parked 1; blank 1, repaired 2, released 5; revenue inserted 40, updated 5, unchanged 165,"
                        + " withdrawn 6.5, left out 7, rejected 1.5, parked 10");
    }

    @Test
    void leaveNoKindOfRowOfWhichEveryRowHasWithdrawnASale() {
        books.leftOut(Why.STATUS, BigDecimal.TEN);

        books.withdrawn(Why.STATUS, part(1, "9"), BigDecimal.TEN);

        assertThat(books.leftOut()).isEmpty();
        assertThat(books.part(Outcome.LEFT_OUT).rows()).isZero();
        books.requireBalanced();
    }

    @Test
    void takeOverWhatTheMergeOfADimensionCounted() {
        books.accepted(false);
        books.accepted(false);
        books.accepted(false);

        books.merged(counts(Map.of("inserted", 1, "unchanged", 2)));

        books.requireBalanced();
        assertThat(books.counts()).containsEntry("inserted", 1).containsEntry("unchanged", 2);
    }

    @Test
    void throwIfTheyDoNotBalance() {
        books.accepted(false);
        books.accepted(false);
        books.merged(counts(Map.of("inserted", 1)));

        assertThatThrownBy(books::requireBalanced)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The books do not balance: read 2 but inserted 1, updated 0, unchanged 0, withdrawn 0,"
                        + " left out 0, rejected 0, parked 0");
    }

    @Test
    void areBalancedWhenEmpty() {
        books.requireBalanced();

        assertThat(books.counts()).containsEntry("rowsRead", 0);
        assertThat(books.reasonParameters()).isEmpty();
        assertThat(books)
                .hasToString("read 0 = inserted 0 + updated 0 + unchanged 0 + withdrawn 0 + left out 0"
                        + " + rejected 0 + parked 0; blank 0, repaired 0, released 0");
    }

    private static Part part(int rows, String revenue) {
        return new Part(rows, new BigDecimal(revenue));
    }

    private static List<SqlRow> counts(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> new SqlRow(Map.of("outcome", entry.getKey(), "row_count", entry.getValue())))
                .toList();
    }
}
