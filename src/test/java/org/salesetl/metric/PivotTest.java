package org.salesetl.metric;

import static java.util.Map.Entry.comparingByKey;
import static java.util.Map.Entry.comparingByValue;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.salesetl.ApiTest;
import org.salesetl.HttpApi;

/** A wide sheet, and the pivot tables that a person makes of it: by each column that a chart shows, both agree to the cent. */
class PivotTest extends ApiTest {

    private static final Path SHEET = Path.of("../shared/examples/superstore-raw/superstore.csv");
    private static final String CITY = "New York City";
    private static final int ALL = Integer.MAX_VALUE;

    @Test
    void pivotTablesOfTheSheetAgreeWithTheAnswers() throws IOException {
        assumeThat(SHEET).as("the example data beside the project").exists();
        warehouse.drop(SHEET);
        warehouse.run();
        List<CSVRecord> rows = rows();
        List<CSVRecord> inTheCity =
                rows.stream().filter(row -> text(row, "City").equals(CITY)).toList();
        String filter = "?city=" + CITY.replace(" ", "%20");

        assertThat(total(inTheCity, "Sales")).isEqualByComparingTo("256368.161");
        for (Slice slice : List.of(new Slice(api, rows, ""), new Slice(api, inTheCity, filter))) {
            assertThat(slice.answer("top-cities")).isEqualTo(slice.largest("City", "Sales", 2, 5));
            assertThat(slice.answer("top-customers")).isEqualTo(slice.largest("Customer ID", "Sales", 2, 5));
            assertThat(slice.answer("category-revenue")).isEqualTo(slice.largest("Category", "Sales", 2, ALL));
            assertThat(slice.answer("quantity-per-category")).isEqualTo(slice.largest("Category", "Quantity", 0, ALL));
            assertThat(slice.answer("best-selling-products")).isEqualTo(slice.largest("Product ID", "Quantity", 0, 10));
            assertThat(slice.answer("monthly-revenue")).isEqualTo(slice.byMonth());
            assertThat(slice.answerBy("profit", "top-cities")).isEqualTo(slice.largest("City", "Profit", 2, 5));
            assertThat(slice.answerBy("profit", "top-customers"))
                    .isEqualTo(slice.largest("Customer ID", "Profit", 2, 5));
            assertThat(slice.answerBy("profit", "best-selling-products"))
                    .isEqualTo(slice.largest("Product ID", "Profit", 2, 10));
            assertThat(slice.answerBy("profit", "category-revenue"))
                    .isEqualTo(slice.largest("Category", "Profit", 2, ALL));
            assertThat(slice.answerBy("units", "top-cities")).isEqualTo(slice.largest("City", "Quantity", 0, 5));
            JsonNode figures = api.get("/api/key-figures" + slice.filter()).json();
            assertThat(figures.path("revenue").decimalValue())
                    .isEqualByComparingTo(cents(total(slice.rows(), "Sales")));
            assertThat(figures.path("costedRevenue").decimalValue())
                    .isEqualByComparingTo(cents(total(slice.rows(), "Sales")));
            assertThat(figures.path("grossProfit").decimalValue())
                    .isEqualByComparingTo(cents(total(slice.rows(), "Profit")));
            assertThat(figures.path("orders").intValue()).isEqualTo((int) slice.rows().stream()
                    .map(row -> text(row, "Order ID"))
                    .distinct()
                    .count());
        }
    }

    /** The rows of a pivot table, and the filter of the answers about them. */
    private record Slice(HttpApi api, List<CSVRecord> rows, String filter) {

        /** The first and the last column of an answer. */
        List<Map.Entry<String, BigDecimal>> answer(String slug) {
            return answerOf(slug + filter);
        }

        List<Map.Entry<String, BigDecimal>> answerBy(String measure, String slug) {
            return answerOf(slug + (filter.isEmpty() ? "?" : filter + "&") + "measure=" + measure);
        }

        private List<Map.Entry<String, BigDecimal>> answerOf(String question) {
            JsonNode answer = api.get("/api/metrics/" + question).json();
            return StreamSupport.stream(answer.path("rows").spliterator(), false)
                    .map(row -> Map.entry(
                            row.get(0).asText(), row.get(row.size() - 1).decimalValue()))
                    .toList();
        }

        List<Map.Entry<String, BigDecimal>> largest(String column, String values, int decimals, int most) {
            Comparator<Map.Entry<String, BigDecimal>> byValue = comparingByValue(Comparator.reverseOrder());
            return pivot(row -> text(row, column), values).stream()
                    .sorted(byValue.thenComparing(comparingByKey()))
                    .limit(most)
                    .map(entry -> Map.entry(entry.getKey(), entry.getValue().setScale(decimals, RoundingMode.HALF_UP)))
                    .toList();
        }

        List<Map.Entry<String, BigDecimal>> byMonth() {
            return pivot(PivotTest::month, "Sales").stream()
                    .sorted(comparingByKey())
                    .map(entry -> Map.entry(entry.getKey(), cents(entry.getValue())))
                    .toList();
        }

        private List<Map.Entry<String, BigDecimal>> pivot(Function<CSVRecord, String> key, String values) {
            return List.copyOf(rows.stream()
                    .collect(groupingBy(
                            key, reducing(BigDecimal.ZERO, row -> new BigDecimal(text(row, values)), BigDecimal::add)))
                    .entrySet());
        }
    }

    /** The month of a date such as 10-02-2016, with the month first. */
    private static String month(CSVRecord row) {
        String[] parts = text(row, "Order Date").split("[-/]", -1);
        return parts[2] + "-" + "0".repeat(2 - parts[0].length()) + parts[0];
    }

    private static BigDecimal total(List<CSVRecord> rows, String column) {
        return rows.stream().map(row -> new BigDecimal(text(row, column))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private static String text(CSVRecord row, String column) {
        return row.get(column).replace('\u00A0', ' ').strip();
    }

    private static List<CSVRecord> rows() throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(SHEET, Charset.forName("windows-1252"), format)) {
            return parser.getRecords();
        }
    }
}
