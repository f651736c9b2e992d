package org.salesetl.product;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.salesetl.bulk.BulkRow;
import org.salesetl.bulk.RowWriter;

/**
 * A product as a file brings it.
 *
 * @param line the line it came from
 * @param productId the business key
 * @param name the name; the id where the file does not say
 * @param category the category; {@code Unknown} where the file does not say
 * @param costPrice what it costs the business; null if unknown
 * @param price what it sells for; null if unknown
 */
record Product(
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
