package org.salesetl.metric;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.salesetl.intake.Formulas;
import org.springframework.stereotype.Component;

/** An answer as a table to take away. */
@Component
class MetricTable {

    /** For a spreadsheet that opens CSV, where no cell may run as a formula. */
    List<List<String>> csv(MetricResult result) {
        List<List<String>> table = new ArrayList<>(List.of(result.metric().columns()));
        result.rows()
                .forEach(row -> table.add(row.stream().map(MetricTable::cell).toList()));
        return table;
    }

    private static String cell(Object value) {
        return value instanceof BigDecimal amount ? amount.toPlainString() : Formulas.disarm(value.toString());
    }

    /** A workbook of one sheet. Its texts are texts, whatever they begin with. */
    byte[] xlsx(MetricResult result) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Sales ETL Dashboard", null)) {
            Worksheet sheet = workbook.newWorksheet(result.metric().slug());
            List<String> columns = result.metric().columns();
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(0, column, columns.get(column));
                sheet.style(0, column).bold().set();
                for (int row = 0; row < result.rows().size(); row++) {
                    Object value = result.rows().get(row).get(column);
                    if (value instanceof Number number) {
                        sheet.value(row + 1, column, number);
                    } else {
                        sheet.value(row + 1, column, value.toString());
                    }
                }
            }
            sheet.freezePane(0, 1);
        }
        return bytes.toByteArray();
    }
}
