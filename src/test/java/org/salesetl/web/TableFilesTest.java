package org.salesetl.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SomeProperties;
import org.salesetl.TestFolder;
import org.salesetl.metric.Metric;
import org.salesetl.metric.MetricResult;
import org.salesetl.outage.DiskRoom;
import org.salesetl.rollup.Grain;
import org.salesetl.work.WorkFolder;

class TableFilesTest {

    private final TableFiles files = files(SomeProperties.defaults());
    private final MetricResult cities = new MetricResult(
            Metric.TOP_CITIES,
            List.of(List.of("Paris", new BigDecimal("12.50")), List.of("=1+1", new BigDecimal("1000000.00"))));

    @Test
    void writesCsvInWhichASpreadsheetRunsNoFormula() throws IOException {
        try (CSVParser parser =
                CSVParser.parse(new InputStreamReader(files.csv(cities.table()), UTF_8), CSVFormat.RFC4180)) {
            assertThat(parser.stream().map(CSVRecord::toList))
                    .containsExactly(
                            List.of("city", "revenue"), List.of("Paris", "12.50"), List.of("'=1+1", "1000000.00"));
        }
    }

    @Test
    void writesAWorkbookWhoseNumbersAreNumbers() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(files.xlsx(cities.table()))) {
            List<List<Object>> rows = workbook.getFirstSheet().read().stream()
                    .map(row -> row.stream().map(Cell::getValue).toList())
                    .toList();

            assertThat(rows.get(0)).isEqualTo(List.of("city", "revenue"));
            assertThat(rows.get(1).get(0)).isEqualTo("Paris");
            assertThat((BigDecimal) rows.get(1).get(1)).isEqualByComparingTo("12.50");
            assertThat(rows.get(2).get(0)).isEqualTo("=1+1");
        }
    }

    @Test
    void writesAWorkbookWithRealDatesAndFormats() throws IOException {
        MetricResult months =
                new MetricResult(Metric.MONTHLY_REVENUE, List.of(List.of("2025-03", new BigDecimal("1234.50"))));
        MetricResult weeks = new MetricResult(
                Metric.MONTHLY_REVENUE, Grain.WEEK, List.of(List.of("2025-03-03", new BigDecimal("7.00"))));

        Row month = firstRow(months);
        Row week = firstRow(weeks);

        assertThat(month.getCellAsDate(0).orElseThrow().toLocalDate()).isEqualTo("2025-03-01");
        assertThat(month.getCell(0).getDataFormatString()).isEqualTo("yyyy-mm");
        assertThat(month.getCell(1).getDataFormatString()).isEqualTo("#,##0.00##");
        assertThat(week.getCellAsDate(0).orElseThrow().toLocalDate()).isEqualTo("2025-03-03");
        try (CSVParser parser =
                CSVParser.parse(new InputStreamReader(files.csv(months.table()), UTF_8), CSVFormat.RFC4180)) {
            assertThat(parser.stream().map(CSVRecord::toList))
                    .containsExactly(List.of("month", "revenue"), List.of("2025-03", "1234.50"));
        }
    }

    @Test
    void leavesRoomForOthersOnTheDisk() throws IOException {
        TableFiles full = files(SomeProperties.with("least-room", "1000000TB"));
        Table table = Table.ofRows("long", "long", List.of("text"), manyRows(), row -> List.of(row.text("text")));

        assertThatThrownBy(() -> full.csv(table))
                .isInstanceOf(BusyException.class)
                .hasMessageStartingWith("Expected room for an export on the disk of the data folder but found only ")
                .hasMessageEndingWith(" MB: ask for fewer rows, or try again later");
        // a short one needs no room to speak of, and the long one does not count any more
        for (int export = 0; export < 10; export++) {
            full.csv(cities.table()).close();
        }
    }

    private static Iterator<Map<String, Object>> manyRows() {
        return IntStream.range(0, 100_000)
                .mapToObj(row -> Map.<String, Object>of(
                        "text", "a row of some length, " + row + ", so that there are megabytes"))
                .iterator();
    }

    private static TableFiles files(SalesEtlProperties properties) {
        return new TableFiles(
                WorkFolder.at(TestFolder.of("table-files-test")), new Exports(properties), new DiskRoom(properties));
    }

    private Row firstRow(MetricResult result) throws IOException {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(files.xlsx(result.table()), new ReadingOptions(true, false))) {
            return workbook.getFirstSheet().read().get(1);
        }
    }
}
