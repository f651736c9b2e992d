package org.salesetl.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.salesetl.row.BulkRow;
import org.salesetl.row.RowWriter;

/**
 * A product in a file.
 *
 * @param line the line that it came from
 * @param productId the business key
 * @param name the name; the id if the file gives no name
 * @param category the category; {@code Unknown} if the file gives none
 * @param costPrice what the product costs the business; null if unknown
 * @param price the selling price; null if unknown
 */
public record Product(
        int line,
        String productId,
        String name,
        String category,
        @Nullable BigDecimal costPrice,
        @Nullable BigDecimal price)
        implements BulkRow {

    @Override
    public void writeTo(RowWriter row) {
        row.number(line)
                .text(productId)
                .text(name)
                .text(category)
                .decimal(costPrice)
                .decimal(price)
                .end();
    }
}
