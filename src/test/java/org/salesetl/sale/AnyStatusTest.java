package org.salesetl.sale;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.TestWarehouse.FileEntry;
import org.salesetl.WarehouseTest;

/**
 * Whatever sales are cancelled and paid again, within a file and from file to file: the warehouse ends as if every row had come by
 * itself, one after the other, and the books of every file balance.
 */
@Tag("variants")
class AnyStatusTest extends WarehouseTest {

    private static final int HISTORIES = 6;
    private static final String KEYS = "SELECT REPLACE(sale_id, CHAR(31), '/') FROM ";

    /** A row of a file. The customer C9 is not known until the end; a quantity of zero is a mistake. */
    private record Line(int sale, int order, int product, String customer, int quantity, int price, String status) {

        boolean cancelled() {
            return status.equals("cancelled");
        }

        BigDecimal revenue() {
            return BigDecimal.valueOf((long) quantity * price);
        }

        String text(boolean withIds) {
            return (withIds ? "S" + sale + "," : "")
                    + "O" + order + "," + customer + ",P" + product + ",2025-0" + (1 + order % 2) + "-1" + product + ","
                    + quantity + "," + price + "," + status;
        }
    }

    /** What plain bookkeeping makes of the rows. */
    private static final class Model {
        final Map<String, BigDecimal> facts = new TreeMap<>();
        final Map<String, BigDecimal> parked = new TreeMap<>();
        final List<String> rejected = new ArrayList<>();
        int good;
        int withdrawn;
        int leftOut;
        int bad;
        int waiting;
        BigDecimal goodRevenue = BigDecimal.ZERO;

        void take(List<Line> file, boolean withIds) {
            good = withdrawn = leftOut = bad = waiting = 0;
            goodRevenue = BigDecimal.ZERO;
            Set<String> seen = new HashSet<>();
            Map<String, Integer> occurrences = new HashMap<>();
            for (Line line : file) {
                String pair = "O" + line.order() + "/P" + line.product();
                take(line, withIds ? "S" + line.sale() : pair + "/" + occurrences.merge(pair, 1, Integer::sum), seen);
            }
        }

        private void take(Line line, String key, Set<String> seen) {
            if (line.cancelled()) {
                boolean wasLoaded = facts.remove(key) != null;
                withdrawn += wasLoaded ? 1 : 0;
                leftOut += wasLoaded ? 0 : 1;
                parked.remove(key);
                rejected.removeIf(key::equals);
            } else if (line.quantity() == 0 || !seen.add(key)) {
                bad++;
                rejected.add(key);
            } else if (line.customer().equals("C9")) {
                waiting++;
                parked.put(key, line.revenue());
            } else {
                good++;
                goodRevenue = goodRevenue.add(line.revenue());
                facts.put(key, line.revenue());
                parked.remove(key);
            }
        }
    }

    @Test
    void endsAsIfEveryRowHadComeByItself() {
        JqwikSession.run(() -> {
            for (boolean withIds : new boolean[] {true, false}) {
                for (List<List<Line>> history : histories(withIds)) {
                    warehouse.empty();
                    warehouse.drop("customers.csv", "customer_id", "C1");
                    warehouse.drop("products.csv", "product_id", "P1", "P2");
                    Model model = new Model();
                    for (int i = 0; i < history.size(); i++) {
                        load(i, history.get(i), withIds, model);
                    }
                    warehouse.drop("late-" + System.nanoTime() + ".csv", "customer_id", "C9");
                    warehouse.run();
                    model.facts.putAll(model.parked);
                    assertThat(facts()).isEqualTo(model.facts);
                    warehouse.assertRollupsAreExact();

                    List<String> before = warehouse.contents();
                    warehouse.reload();
                    assertThat(warehouse.contents()).isEqualTo(before);
                    warehouse.assertRollupsAreExact();
                    warehouse.assertBooksBalance();
                }
            }
        });
    }

    private void load(int number, List<Line> lines, boolean withIds, Model model) {
        String header =
                (withIds ? "sale_id," : "") + "order_id,customer_id,product_id,order_date,quantity,price,status";
        String text = header + "\n"
                + String.join(
                        "\n", lines.stream().map(line -> line.text(withIds)).toList()) + "\n";
        String name = number + "-" + System.nanoTime() + ".csv";
        BigDecimal before = warehouse.revenue();
        warehouse.drop(name, text.getBytes(UTF_8));
        assertThat(warehouse.run().status()).as(text).isEqualTo("succeeded");
        FileEntry entry = warehouse.entry(name);
        if (entry.status().equals("already_loaded")) {
            return;
        }
        model.take(lines, withIds);

        assertThat(facts()).as(text).isEqualTo(model.facts);
        assertThat(warehouse.query(KEYS + "parked_sale ORDER BY sale_id"))
                .as(text)
                .containsExactlyElementsOf(model.parked.keySet());
        assertThat(warehouse.query(KEYS + "quarantine WHERE status = 'rejected'"))
                .as(text)
                .containsExactlyInAnyOrderElementsOf(model.rejected);
        assertThat(List.of(
                        entry.inserted() + entry.updated() + entry.unchanged(),
                        entry.withdrawn(),
                        entry.leftOut(),
                        entry.rejected(),
                        entry.parked()))
                .as(text)
                .containsExactly(model.good, model.withdrawn, model.leftOut, model.bad, model.waiting);
        assertThat(revenue("inserted_revenue + updated_revenue + unchanged_revenue", entry))
                .isEqualByComparingTo(model.goodRevenue);
        if (entry.updated() == 0) {
            assertThat(warehouse.revenue().subtract(before))
                    .as(text)
                    .isEqualByComparingTo(revenue("inserted_revenue - withdrawn_revenue", entry));
        }
        warehouse.assertBooksBalance();
        warehouse.assertRollupsAreExact();
    }

    private Map<String, BigDecimal> facts() {
        Map<String, BigDecimal> facts = new TreeMap<>();
        warehouse
                .query("SELECT REPLACE(sale_id, CHAR(31), '/'), CAST(revenue AS DECIMAL(19, 0)) FROM fact_sales")
                .forEach(sale -> {
                    String[] cells = sale.split("\\|", -1);
                    facts.put(cells[0], new BigDecimal(cells[1]));
                });
        return facts;
    }

    private BigDecimal revenue(String sum, FileEntry entry) {
        return new BigDecimal(warehouse
                .query("SELECT " + sum + " FROM etl_file WHERE file_id = ?", entry.id())
                .get(0));
    }

    private static List<List<List<Line>>> histories(boolean withIds) {
        Arbitrary<Line> lines = Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of("C1", "C1", "C1", "C9"),
                        Arbitraries.of(1, 2, 3, 1, 2, 0),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of("paid", "paid", "", "cancelled", "cancelled"))
                .as(Line::new);
        return lines.list()
                .ofMinSize(1)
                .ofMaxSize(withIds ? 14 : 24)
                .list()
                .ofMinSize(2)
                .ofMaxSize(5)
                .sampleStream()
                .limit(HISTORIES)
                .toList();
    }
}
