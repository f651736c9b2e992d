package org.salesetl.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.salesetl.SomeProperties;
import org.salesetl.TestFolder;
import org.salesetl.metric.Metric;
import org.salesetl.metric.MetricResult;
import org.salesetl.rollup.Grain;
import org.salesetl.work.WorkFolder;

class TableFilesTest {

    private final TableFiles files =
            new TableFiles(WorkFolder.at(TestFolder.of("table-files-test")), new Exports(SomeProperties.defaults()));
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

    private Row firstRow(MetricResult result) throws IOException {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(files.xlsx(result.table()), new ReadingOptions(true, false))) {
            return workbook.getFirstSheet().read().get(1);
        }
    }
}
