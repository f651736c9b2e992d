package org.salesetl.metric;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salesetl.WarehouseTest;
import org.salesetl.rollup.Grain;
import org.salesetl.slice.MetricFilter;
import org.salesetl.sql.SqlRow;
import org.salesetl.vocabulary.Quantity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Loads random files in a random order, with corrections and repetitions. All answers about all slices must be the answers of plain SQL
 * over the facts.
 */
@Tag("variants")
class ExactAnswersTest extends WarehouseTest {

    private static final int HISTORIES = Integer.getInteger("tests.histories", 12);
    private static final int FILTERS = 6;
    private static final String RELOAD = "reload";
    private static final String PLAIN_SALES = """
            FROM fact_sales f
              JOIN dim_customer c ON c.customer_key = f.customer_key
              JOIN dim_product p ON p.product_key = f.product_key
              JOIN dim_date d ON d.date_key = f.date_key
            WHERE f.date_key BETWEEN :fromKey AND :toKey
              AND (:allCategories OR p.category IN (:categories))
              AND (:allCities OR COALESCE(f.city, c.city) IN (:cities))
              AND (:allProducts OR p.product_id IN (:products))
              AND (:allCustomers OR c.customer_id IN (:customers))
            """;

    @Autowired
    private ProducerTemplate producer;

    @Autowired
    private NamedParameterJdbcTemplate jdbc;

    @Autowired
    private MetricRows rows;

    @Test
    void agreeWithPlainSqlAfterAnyHistory() {
        JqwikSession.run(() -> {
            List<List<String>> histories = files().list()
                    .ofMinSize(2)
                    .ofMaxSize(5)
                    .sampleStream()
                    .limit(HISTORIES)
                    .toList();
            for (List<String> history : histories) {
                warehouse.emptyTables();
                for (int i = 0; i < history.size(); i++) {
                    load(i, history.get(i));
                    compare(history.subList(0, i + 1));
                }
                warehouse.assertBooksBalance();
            }
        });
    }

    private void load(int number, String file) {
        if (file.equals(RELOAD)) {
            warehouse.reload();
        } else {
            String name = "file-" + number + "-" + System.nanoTime() + ".csv";
            warehouse.drop(name, file.getBytes(UTF_8));
            assertThat(warehouse.run().status()).isEqualTo("succeeded");
            // a row that lacks more than its customer waits for no answer, nor does one whose sale stands again below
            if (warehouse.count(
                            "SELECT COUNT(*) FROM quarantine"
                                    + " WHERE file_id = ? AND status = 'rejected' AND reasons = 'missing_customer_id'",
                            warehouse.entry(name).id())
                    > 0) {
                warehouse.acceptGuests(name);
            }
        }
    }

    private void compare(List<String> history) {
        List<MetricFilter> filters = Stream.concat(
                        Stream.of(MetricFilter.NONE), filters().sampleStream().limit(FILTERS))
                .toList();
        for (MetricFilter filter : filters) {
            for (Metric metric : Metric.values()) {
                assertThat(answer(new MetricQuery(metric, filter)).rows())
                        .as("%s of %s after%n%s", metric.slug(), filter, String.join("\n---\n", history))
                        .isEqualTo(plainAnswer(metric, filter).rows());
            }
            compareMeasures(filter, String.join("\n---\n", history));
            for (Grain by : Grain.values()) {
                assertThat(keyFigures(new KeyFigureQuery(filter, by)))
                        .as("key figures of %s by %s after%n%s", filter, by, String.join("\n---\n", history))
                        .isEqualTo(plainKeyFigures(filter, by));
            }
            assertThat(answer(new MetricQuery(Metric.MONTHLY_REVENUE, filter, Grain.WEEK))
                            .rows())
                    .isEqualTo(plainWeeks(filter));
        }
    }

    private List<String> keyFigures(KeyFigureQuery query) {
        KeyFigures figures =
                producer.requestBody("direct:" + KeyFigureRoutes.ANSWER_KEY_FIGURES, query, KeyFigures.class);
        List<String> lines = new ArrayList<>(
                List.of(figures.revenue() + " of " + figures.orders() + " orders, " + units(figures.units())
                        + " units, " + figures.customers() + " customers, " + figures.grossProfit() + " profit of "
                        + figures.costedRevenue() + ", " + figures.averageOrderValue()));
        figures.trend()
                .forEach(point -> lines.add(point.period() + ": " + point.revenue() + " of " + point.orders()
                        + " orders, " + units(point.units()) + " units, " + point.customers() + " customers, "
                        + point.grossProfit() + " profit of " + point.costedRevenue() + ", "
                        + point.averageOrderValue()));
        return lines;
    }

    /** With four decimals, as SQL writes them. */
    private static BigDecimal units(Quantity quantity) {
        return quantity.units().setScale(Quantity.DECIMALS);
    }

    private List<List<Object>> plainWeeks(MetricFilter filter) {
        return plainKeyFigures(filter, Grain.WEEK).stream()
                .skip(1)
                .map(line -> line.split(": | of ", 3))
                .map(parts -> List.<Object>of(parts[0], new BigDecimal(parts[1])))
                .toList();
    }

    /** The key figures by plain SQL. An order with sales in two months counts in both months. */
    private List<String> plainKeyFigures(MetricFilter filter, Grain by) {
        String period = switch (by) {
            case DAY -> "d.date";
            case WEEK -> "DATE_SUB(d.date, INTERVAL d.weekday - 1 DAY)";
            case MONTH -> "DATE_FORMAT(d.date, '%Y-%m')";
        };
        String figures =
                "CONCAT(ROUND(COALESCE(SUM(revenue), 0), 2), ' of ', %1$s, ' orders, ', COALESCE(SUM(quantity), 0) + 0.0000,"
                        + " ' units, ', COUNT(DISTINCT NULLIF(c.customer_id, '')), ' customers, ',"
                        + " IF(SUM(IF(cost IS NULL, 0, revenue)) <> 0 OR SUM(cost) <> 0,"
                        + " ROUND(SUM(IF(cost IS NULL, 0, revenue)) - SUM(cost), 2), 'null'), ' profit of ',"
                        + " ROUND(COALESCE(SUM(IF(cost IS NULL, 0, revenue)), 0), 2), ', ',"
                        + " COALESCE(ROUND(SUM(revenue) / %1$s, 2), 'null')) ";
        List<String> lines = new ArrayList<>(jdbc.queryForList(
                "SELECT " + figures.formatted("COUNT(DISTINCT order_id, d.year, d.month)") + PLAIN_SALES,
                plainParameters(filter),
                String.class));
        lines.addAll(jdbc.queryForList(
                "SELECT CONCAT(MIN(" + period + "), ': ', "
                        + figures.formatted("COUNT(DISTINCT order_id, d.year, d.month)") + ") " + PLAIN_SALES
                        + " GROUP BY "
                        + period + " ORDER BY " + period,
                plainParameters(filter),
                String.class));
        return lines;
    }

    /** The rows of an answer by a measure, by plain SQL over the facts; money with two decimals, all other numbers without needless zeros. */
    private List<String> plainMeasure(Metric metric, Measure measure, MetricFilter filter) {
        String key = switch (metric) {
            case TOP_CUSTOMERS -> "c.customer_id";
            case BEST_SELLING_PRODUCTS -> "p.product_id";
            case CATEGORY_REVENUE, QUANTITY_PER_CATEGORY -> "p.category";
            case TOP_CITIES -> "COALESCE(f.city, c.city)";
            case MONTHLY_REVENUE -> "DATE_FORMAT(d.date, '%Y-%m')";
            case ORDERS_PER_WEEKDAY -> "d.weekday";
            case AVERAGE_ORDER_VALUE, CUSTOMER_DISTRIBUTION, PRICE_VS_QUANTITY -> throw new AssertionError(metric);
        };
        String costed = "SUM(IF(f.cost IS NULL, 0, f.revenue))";
        String value = switch (measure) {
            case REVENUE -> "SUM(f.revenue)";
            case PROFIT -> costed + " - SUM(COALESCE(f.cost, 0))";
            case UNITS -> "SUM(f.quantity)";
            case ORDERS ->
                metric == Metric.ORDERS_PER_WEEKDAY
                        ? "COUNT(DISTINCT f.order_id, f.date_key)"
                        : "COUNT(DISTINCT f.order_id, d.year, d.month)";
            case REVENUE_PER_ORDER, CUSTOMERS -> throw new AssertionError(measure);
        };
        boolean isList = metric == Metric.MONTHLY_REVENUE || metric == Metric.ORDERS_PER_WEEKDAY;
        String statement = "SELECT k, v FROM (SELECT " + key + " AS k, " + value + " AS v, " + costed + " AS costed,"
                + " SUM(COALESCE(f.cost, 0)) AS cost " + PLAIN_SALES
                + (metric == Metric.TOP_CUSTOMERS ? " AND c.customer_key <> 0" : "") + " GROUP BY " + key + ") s"
                + (measure == Measure.PROFIT ? " WHERE costed <> 0 OR cost <> 0" : "")
                + (isList ? " ORDER BY k" : " ORDER BY v DESC, k")
                + switch (metric) {
                    case TOP_CUSTOMERS, TOP_CITIES -> " LIMIT 5";
                    case BEST_SELLING_PRODUCTS -> " LIMIT 10";
                    default -> "";
                };
        return jdbc.query(
                statement,
                plainParameters(filter),
                (row, number) -> row.getString("k") + ": "
                        + (measure.isCount()
                                ? row.getBigDecimal("v").stripTrailingZeros().toPlainString()
                                : row.getBigDecimal("v").setScale(2, RoundingMode.HALF_UP)));
    }

    private List<String> measured(Metric metric, Measure measure, MetricFilter filter) {
        return answer(new MetricQuery(metric, filter, Grain.MONTH, measure)).rows().stream()
                .filter(row -> metric != Metric.ORDERS_PER_WEEKDAY || isSold(row))
                .map(row -> key(row.get(0)) + ": " + number(row.get(row.size() - 1)))
                .toList();
    }

    /** Whether the row is of a weekday with sales: of all others, the numbers are zero, as they may be where there are sales. */
    private static boolean isSold(List<Object> row) {
        return new BigDecimal(number(row.get(row.size() - 1))).signum() != 0;
    }

    private static String key(Object key) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(key.toString()))
                .map(day -> String.valueOf(day.getValue()))
                .findFirst()
                .orElse(key.toString());
    }

    private static String number(Object value) {
        return value instanceof Quantity quantity
                ? quantity.units().stripTrailingZeros().toPlainString()
                : value.toString();
    }

    private void compareMeasures(MetricFilter filter, String history) {
        for (Metric metric : Metric.values()) {
            for (Measure measure : Measure.CHOICES) {
                if (metric.ownMeasureOnly() == null) {
                    assertThat(measured(metric, measure, filter))
                            .as("%s by %s of %s after%n%s", metric.slug(), measure, filter, history)
                            .isEqualTo(plainMeasure(metric, measure, filter).stream()
                                    .filter(line -> metric != Metric.ORDERS_PER_WEEKDAY
                                            || new BigDecimal(line.substring(3)).signum() != 0)
                                    .toList());
                }
            }
        }
        KnownCost cost = answer(new MetricQuery(Metric.TOP_CITIES, filter, Grain.MONTH, Measure.PROFIT))
                .cost();
        assertThat(cost)
                .isEqualTo(jdbc.queryForObject(
                        "SELECT COALESCE(SUM(f.revenue), 0) AS r, COALESCE(SUM(IF(f.cost IS NULL, 0, f.revenue)), 0) AS c "
                                + PLAIN_SALES,
                        plainParameters(filter),
                        (row, number) -> new KnownCost(cents(row.getBigDecimal("r")), cents(row.getBigDecimal("c")))));
        assertThat(producer.requestBody(
                                "direct:" + UnprofitableRoutes.COMPUTE_UNPROFITABLE, filter, UnprofitableProducts.class)
                        .products())
                .as("unprofitable products of %s after%n%s", filter, history)
                .extracting(product -> product.id() + ": " + product.revenue() + ", " + product.profit())
                .isEqualTo(plainUnprofitable(filter));
    }

    /** Of the products with revenue of known cost, those with at least the mean revenue that earn nothing. */
    private List<String> plainUnprofitable(MetricFilter filter) {
        List<Map.Entry<String, BigDecimal[]>> products = jdbc.query(
                "SELECT p.product_id, SUM(f.revenue) AS r, SUM(f.cost) AS c " + PLAIN_SALES
                        + " AND f.cost IS NOT NULL GROUP BY p.product_id HAVING r > 0 ORDER BY r DESC, p.product_id",
                plainParameters(filter),
                (row, number) ->
                        Map.entry(row.getString(1), new BigDecimal[] {row.getBigDecimal("r"), row.getBigDecimal("c")}));
        BigDecimal sum = products.stream().map(entry -> entry.getValue()[0]).reduce(BigDecimal.ZERO, BigDecimal::add);
        return products.stream()
                .filter(entry -> entry.getValue()[1].compareTo(entry.getValue()[0]) >= 0)
                .filter(entry -> entry.getValue()[0]
                                .multiply(BigDecimal.valueOf(products.size()))
                                .compareTo(sum)
                        >= 0)
                .limit(3)
                .map(entry -> entry.getKey() + ": " + cents(entry.getValue()[0]) + ", "
                        + cents(entry.getValue()[0].subtract(entry.getValue()[1])))
                .toList();
    }

    private static BigDecimal cents(BigDecimal exact) {
        return exact.setScale(2, RoundingMode.HALF_UP);
    }

    private MetricResult answer(MetricQuery query) {
        return producer.requestBody("direct:" + MetricRoutes.ANSWER_METRIC, query, MetricResult.class);
    }

    /**
     * A list that SQL accepts: a list must not be empty, and with a single value MariaDB treats the column as a constant and does not sort
     * by the column.
     */
    private static List<String> any(List<String> values) {
        List<String> two = new ArrayList<>(values);
        two.addAll(List.of("no one", "nothing"));
        return two;
    }

    private static Map<String, Object> plainParameters(MetricFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("fromKey", filter.fromKey());
        parameters.put("toKey", filter.toKey());
        parameters.put("allDays", filter.from() == null && filter.to() == null);
        parameters.put("allCategories", filter.categories().isEmpty());
        parameters.put("allCities", filter.cities().isEmpty());
        parameters.put("categories", filter.categories().isEmpty() ? List.of("") : filter.categories());
        parameters.put("cities", filter.cities().isEmpty() ? List.of("") : filter.cities());
        parameters.put("allProducts", filter.products().isEmpty());
        parameters.put("products", any(filter.products()));
        parameters.put("allCustomers", filter.customers().isEmpty());
        parameters.put("customers", any(filter.customers()));
        return parameters;
    }

    private MetricResult plainAnswer(Metric metric, MetricFilter filter) {
        Map<String, Object> parameters = plainParameters(filter);
        return rows.result(
                jdbc.queryForList(plainStatement(metric), parameters).stream()
                        .map(SqlRow::new)
                        .toList(),
                new MetricQuery(metric, filter),
                null);
    }

    private static String plainStatement(Metric metric) {
        try {
            return new ClassPathResource("plain-metric/" + metric.slug() + ".sql").getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Arbitrary<String> files() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, salesFile()),
                net.jqwik.api.Tuple.of(3, wideFile()),
                net.jqwik.api.Tuple.of(2, customersFile()),
                net.jqwik.api.Tuple.of(2, productsFile()),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(RELOAD)));
    }

    /**
     * Ids occur again, in the same file and in other files. Some orders have several days, months and customers, and some sales come
     * to nothing.
     */
    private static Arbitrary<String> salesFile() {
        Arbitrary<String> line = Combinators.combine(
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.integers().between(1, 12),
                        customers(5),
                        Arbitraries.integers().between(1, 5),
                        days(),
                        Arbitraries.of("1", "2", "3", "7", "9", "0.35", "0.0001", "2.5", "0.3333"),
                        Arbitraries.of("1", "0.0001", "19.99", "123456.7891", "", "899999999999.9999"),
                        Arbitraries.of("paid", "", "", "cancelled"))
                .as((sale, order, customer, product, day, quantity, price, status) -> "S" + sale + ",O" + order + ","
                        + customer + ",P" + product + "," + day + "," + quantity + "," + price + "," + status);
        return file("sale_id,order_id,customer_id,product_id,order_date,quantity,price,status", line, 60);
    }

    /** Some rows give the amount of all units, which need not be a multiple of a price. */
    private static Arbitrary<String> wideFile() {
        Arbitrary<String> line = Combinators.combine(
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.integers().between(1, 12),
                        customers(7),
                        Arbitraries.integers().between(1, 7),
                        days(),
                        Arbitraries.of(
                                "1,,0.01",
                                "3,,10",
                                "7,,99.9999",
                                "2,1.5,",
                                "4,1.5,77",
                                "5,,",
                                "0.35,,10",
                                "0.75,1.9999,"),
                        Arbitraries.of("Paris", "Orleans", ""),
                        Arbitraries.of("Books,", "Toys,0.07", ",1000", ",-3.5"))
                .as((sale, order, customer, product, day, amounts, city, category) -> "S" + sale + ",O" + order + ","
                        + customer + ",P" + product + "," + day + "," + amounts + "," + city + "," + category);
        return file(
                "sale_id,order_id,customer_id,product_id,order_date,quantity,price,amount,city,category,cost",
                line,
                40);
    }

    private static Arbitrary<String> customersFile() {
        Arbitrary<String> line = Combinators.combine(
                        Arbitraries.integers().between(1, 5), Arbitraries.of("Paris", "ORLÉANS", "Orleans", ""))
                .as((customer, city) -> "C" + customer + ",Name " + customer + "," + city);
        return file("customer_id,name,city", line, 5);
    }

    private static Arbitrary<String> productsFile() {
        Arbitrary<String> line = Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of("Books", "Toys", "books", ""),
                        Arbitraries.of("", "2.5", "17"),
                        Arbitraries.of("", "0.9", "20", "0.3333"))
                .as((product, category, price, cost) ->
                        "P" + product + ",Thing " + product + "," + category + "," + price + "," + cost);
        return file("product_id,name,category,price,cost_price", line, 5);
    }

    private static Arbitrary<String> file(String header, Arbitrary<String> line, int mostLines) {
        return line.list()
                .ofMinSize(1)
                .ofMaxSize(mostLines)
                .map(lines -> header + "\n" + String.join("\n", lines) + "\n");
    }

    /** The ids of customers; some sales have none. */
    private static Arbitrary<String> customers(int most) {
        return Arbitraries.integers().between(0, most).map(number -> number == 0 ? "" : "C" + number);
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.of(
                LocalDate.of(2023, 12, 31),
                LocalDate.of(2024, 1, 1),
                LocalDate.of(2024, 1, 2),
                LocalDate.of(2024, 1, 31),
                LocalDate.of(2024, 2, 1),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(2025, 2, 28));
    }

    private static Arbitrary<MetricFilter> filters() {
        return Combinators.combine(
                        days().injectNull(0.4),
                        days().injectNull(0.4),
                        Arbitraries.of("Books", "Toys", "books", "Unknown", "None")
                                .set()
                                .ofMaxSize(2),
                        Arbitraries.of("Paris", "ORLÉANS", "Orleans", "Unknown", "None")
                                .set()
                                .ofMaxSize(2),
                        Arbitraries.of("P1", "P2", "P9").set().ofMaxSize(2),
                        Arbitraries.of("C1", "C2", "C9").set().ofMaxSize(2))
                .filter((from, to, categories, cities, products, customers) ->
                        from == null || to == null || !to.isBefore(from))
                .as((from, to, categories, cities, products, customers) -> new MetricFilter(
                        from,
                        to,
                        new ArrayList<>(categories),
                        new ArrayList<>(cities),
                        new ArrayList<>(products),
                        new ArrayList<>(customers)));
    }
}
