package org.salesetl.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.salesetl.row.BulkRow;
import org.salesetl.row.RowWriter;

/**
 * A rate in a file. Currency and day are the business key.
 *
 * @param line the line that it came from
 * @param currency the code of the currency
 * @param date the day
 * @param rate what one unit of the currency is worth in the currency of the warehouse; above zero, with at most ten decimals
 */
public record Rate(int line, String currency, LocalDate date, BigDecimal rate) implements BulkRow {

    @Override
    public void writeTo(RowWriter row) {
        row.number(line).text(currency).text(date.toString()).decimal(rate).end();
    }
}
