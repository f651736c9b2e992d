package org.salesetl.ledger;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salesetl.SqlRow;
import org.salesetl.validation.Reason;

class BooksTest {

    private final Books books = new Books();

    @Test
    void balanceWhenEveryRowHasAnOutcome() {
        for (int i = 0; i < 6; i++) {
            books.accepted(i < 2);
        }
        books.rejected(Reason.BAD_DATE);
        books.rejected(Reason.BAD_DATE);
        books.parked(Reason.UNKNOWN_CUSTOMER);
        books.rejectedLate(Reason.BAD_PRICE);
        books.blank();
        books.merged(counts(Map.of("inserted", 1, "updated", 1, "unchanged", 2)));
        books.released(5);
        books.described(6, 7, 4);

        assertThat(books.parameters())
                .isEqualTo(Map.ofEntries(
                        entry("rowsRead", 8),
                        entry("blank", 1),
                        entry("repaired", 2),
                        entry("inserted", 1),
                        entry("updated", 1),
                        entry("unchanged", 2),
                        entry("rejected", 3),
                        entry("parked", 1),
                        entry("released", 5),
                        entry("customersAdded", 6),
                        entry("productsAdded", 7),
                        entry("warnings", 4)));
        assertThat(books.reasonParameters())
                .containsExactly(
                        Map.of("reason", "bad_price", "rowCount", 1),
                        Map.of("reason", "bad_date", "rowCount", 2),
                        Map.of("reason", "unknown_customer", "rowCount", 1));
    }

    @Test
    void throwIfTheyDoNotBalance() {
        books.accepted(false);
        books.accepted(false);
        books.merged(counts(Map.of("inserted", 1)));

        assertThatThrownBy(books::parameters)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The books do not balance: read 2 but inserted 1, updated 0, unchanged 0, rejected 0, parked 0");
    }

    @Test
    void areBalancedWhenEmpty() {
        assertThat(books.parameters()).containsEntry("rowsRead", 0);
        assertThat(books.reasonParameters()).isEmpty();
    }

    private static List<SqlRow> counts(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> new SqlRow(Map.of("outcome", entry.getKey(), "row_count", entry.getValue())))
                .toList();
    }
}
