package org.salesetl.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;

/** Rejected rows are corrected in two steps. In the end, the facts are the same as if all rows had been right from the start. */
@Tag("variants")
class RandomRoundTripTest extends ApiTest {

    private static final int SHEETS = 6;
    private static final List<String> HEADER =
            List.of("sale_id", "order_id", "customer_id", "product_id", "order_date", "quantity", "price");
    private static final int CUSTOMER = 2;
    private static final int DATE = 4;
    private static final int QUANTITY = 5;
    private static final int PRICE = 6;
    private static final Map<Integer, String> BROKEN =
            Map.of(CUSTOMER, "", DATE, "soon", QUANTITY, "0", PRICE, "cheap");

    /** A correct row, and the index of the cell that is wrong at first; 0 if no cell is wrong. */
    private record Row(List<String> cells, int wrong) {

        List<String> asDropped() {
            List<String> dropped = new ArrayList<>(cells);
            if (wrong > 0) {
                dropped.set(wrong, BROKEN.get(wrong));
            }
            return dropped;
        }
    }

    @Test
    void hasTheSameFactsAsIfAllRowsHadBeenRightFromTheStart() {
        JqwikSession.run(() -> {
            for (boolean german : new boolean[] {false, true}) {
                for (List<Row> rows :
                        sheets(german).sampleStream().limit(SHEETS).toList()) {
                    List<String> expected =
                            load(german, rows.stream().map(Row::cells).toList());
                    load(german, rows.stream().map(Row::asDropped).toList());
                    List<Integer> wrong = wrong(rows);
                    assertThat(waiting()).isEqualTo(wrong.size());

                    if (!wrong.isEmpty()) {
                        correct("sales.csv", "half.csv", rows, wrong.subList(0, wrong.size() / 2));
                        assertThat(waiting()).isEqualTo(wrong.size() - wrong.size() / 2);
                        correct("half.csv", "rest.csv", rows, wrong);
                    }

                    assertThat(waiting()).isZero();
                    assertThat(warehouse.query("SELECT line FROM quarantine WHERE status = 'resolved' ORDER BY line"))
                            .hasSize(wrong.size());
                    assertThat(facts()).isEqualTo(expected);
                    warehouse.assertBooksBalance();
                }
            }
        });
    }

    private List<String> load(boolean german, List<List<String>> rows) {
        warehouse.emptyTables();
        warehouse.drop("customers.csv", "customer_id", "C1", "C2");
        warehouse.drop("products.csv", "product_id", "P1", "P2");
        List<List<String>> sheet = new ArrayList<>(List.of(HEADER));
        // without this row, no date would tell whether the day or the month comes first
        sheet.add(List.of(
                "first", "O", "C1", "P1", german ? "31.12.2023" : "2023-12-31", "1", german ? "1.000,50" : "1000.50"));
        sheet.addAll(rows);
        warehouse.drop("sales.csv", csv(sheet, german ? ';' : ',').getBytes(UTF_8));
        assertThat(warehouse.run().status()).isEqualTo("succeeded");
        return facts();
    }

    /** Gets the rejected rows of a file, corrects some of them, and drops all of them again. */
    private void correct(String file, String name, List<Row> rows, List<Integer> corrected) {
        List<List<String>> sheet = new ArrayList<>();
        String rejects = api.get("/api/quarantine.csv?file=" + file).text();
        try (CSVParser parser = CSVParser.parse(rejects, CSVFormat.DEFAULT)) {
            for (CSVRecord record : parser) {
                List<String> cells = new ArrayList<>(record.toList());
                int row = sheet.isEmpty() ? -1 : place(cells.get(0));
                if (corrected.contains(row)) {
                    int wrong = rows.get(row).wrong();
                    cells.set(wrong, rows.get(row).cells().get(wrong));
                }
                sheet.add(cells);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        warehouse.drop(name, csv(sheet, ',').getBytes(UTF_8));
        assertThat(warehouse.run().status()).isEqualTo("succeeded");
    }

    /** The id of a sale is {@code S} and the index of its row. */
    private static int place(String saleId) {
        return Integer.parseInt(saleId.substring(1));
    }

    private static List<Integer> wrong(List<Row> rows) {
        List<Integer> wrong = new ArrayList<>();
        for (Row row : rows) {
            if (row.wrong() > 0) {
                wrong.add(place(row.cells().get(0)));
            }
        }
        return wrong;
    }

    private int waiting() {
        return warehouse.count("SELECT COUNT(*) FROM quarantine WHERE status = 'rejected'");
    }

    private List<String> facts() {
        return warehouse.query("""
                SELECT sale_id, order_id, customer_id, product_id, date_key, quantity, unit_price, revenue
                FROM fact_sales JOIN dim_customer USING (customer_key) JOIN dim_product USING (product_key)
                ORDER BY sale_id""");
    }

    private static Arbitrary<List<Row>> sheets(boolean german) {
        Arbitrary<String> orders = Arbitraries.oneOf(
                Arbitraries.of("=1+1", "+49", "-5", "@here", "'quoted", "a,b", "a;b", "say \"so\"", "two\nlines", "Ł"),
                Arbitraries.integers().between(1, 99).map(number -> "O" + number));
        Arbitrary<String> dates = Arbitraries.integers()
                .between(1, 28)
                .map(day -> german ? "%02d.02.2024".formatted(day) : "2024-02-%02d".formatted(day));
        Arbitrary<String> prices = Arbitraries.integers()
                .between(1, 999_999)
                .map(cents -> cents / 100 + (german ? "," : ".") + "%02d".formatted(cents % 100));
        Arbitrary<String> quantities = Arbitraries.of("1", "2", "99", "0.35", "2.5", "0.0001", "12.3456")
                .map(quantity -> german ? quantity.replace('.', ',') : quantity);
        return Combinators.combine(
                        orders,
                        Arbitraries.of("C1", "C2"),
                        Arbitraries.of("P1", "P2"),
                        dates,
                        quantities,
                        prices,
                        Arbitraries.of(0, 0, CUSTOMER, DATE, QUANTITY, PRICE))
                .as((order, customer, product, date, quantity, price, wrong) ->
                        new Row(List.of("", order, customer, product, date, quantity, price), wrong))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .map(RandomRoundTripTest::numbered);
    }

    private static List<Row> numbered(List<Row> rows) {
        List<Row> numbered = new ArrayList<>();
        for (Row row : rows) {
            List<String> cells = new ArrayList<>(row.cells());
            cells.set(0, "S" + numbered.size());
            numbered.add(new Row(cells, row.wrong()));
        }
        return numbered;
    }

    private static String csv(List<List<String>> rows, char delimiter) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(
                text, CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get())) {
            printer.printRecords(rows);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
