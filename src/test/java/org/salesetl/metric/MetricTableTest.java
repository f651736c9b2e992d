package org.salesetl.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class MetricTableTest {

    private final MetricTable table = new MetricTable();
    private final MetricResult cities = new MetricResult(
            Metric.TOP_CITIES,
            List.of(List.of("Paris", new BigDecimal("12.50")), List.of("=1+1", new BigDecimal("1000000.00"))));

    @Test
    void isCsvThatNoSpreadsheetRuns() {
        assertThat(table.csv(cities))
                .containsExactly(List.of("city", "revenue"), List.of("Paris", "12.50"), List.of("'=1+1", "1000000.00"));
    }

    @Test
    void isAWorkbookWithNumbersThatAreNumbers() throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(table.xlsx(cities)))) {
            List<List<Object>> rows = workbook.getFirstSheet().read().stream()
                    .map(row -> row.stream().map(Cell::getValue).toList())
                    .toList();

            assertThat(rows.get(0)).isEqualTo(List.of("city", "revenue"));
            assertThat(rows.get(1).get(0)).isEqualTo("Paris");
            assertThat((BigDecimal) rows.get(1).get(1)).isEqualByComparingTo("12.50");
            assertThat(rows.get(2).get(0)).isEqualTo("=1+1");
        }
    }
}
