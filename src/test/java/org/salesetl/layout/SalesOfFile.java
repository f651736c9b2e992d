package org.salesetl.layout;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.salesetl.SomeProperties;
import org.salesetl.inbox.SomeFile;
import org.salesetl.mapping.Column;
import org.salesetl.notation.DecimalMark;
import org.salesetl.notation.Numbers;
import org.salesetl.text.Chunk;

/**
 * What the reader makes of a file of sales.
 *
 * @param rows its rows that are not blank
 * @param money the money of the rows that are sales, by their currency as the file writes it
 */
public record SalesOfFile(List<Row> rows, Map<String, BigDecimal> money) {

    public static SalesOfFile of(SomeFile file) throws IOException {
        RowReader reader = new RowReader(
                file.layout(), Set.copyOf(SomeProperties.defaults().nullWords()));
        DecimalMarks marks = file.layout().conventions().decimals();
        List<Row> rows = new ArrayList<>();
        Map<String, BigDecimal> money = new TreeMap<>();
        for (Chunk chunk : file.chunks()) {
            List<List<String>> records = file.cells(chunk);
            for (int i = 0; i < records.size(); i++) {
                Row row = reader.read(chunk.line(i), records.get(i));
                if (!row.isBlank()) {
                    rows.add(row);
                    if (row.leftOut() == null) {
                        String currency = Objects.requireNonNullElse(row.cell(Column.CURRENCY), "");
                        money.merge(currency, money(row, marks), BigDecimal::add);
                    }
                }
            }
        }
        return new SalesOfFile(rows, money);
    }

    private static BigDecimal money(Row row, DecimalMarks marks) {
        String amount = row.cell(Column.AMOUNT);
        if (amount != null) {
            return number(amount, marks.of(Column.AMOUNT));
        }
        String discount = row.cell(Column.DISCOUNT);
        return number(Objects.requireNonNull(row.cell(Column.PRICE)), marks.of(Column.PRICE))
                .multiply(number(Objects.requireNonNull(row.cell(Column.QUANTITY)), marks.of(Column.QUANTITY)))
                .subtract(discount == null ? BigDecimal.ZERO : number(discount, marks.of(Column.DISCOUNT)));
    }

    private static BigDecimal number(String text, DecimalMark mark) {
        return Objects.requireNonNull(Numbers.parse(text, mark), text);
    }
}
