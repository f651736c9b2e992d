package org.salesetl.product;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.warehouse.StagedRow;

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
        implements StagedRow {

    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("line", line);
        parameters.put("productId", productId);
        parameters.put("name", name);
        parameters.put("category", category);
        parameters.put("costPrice", costPrice);
        parameters.put("price", price);
        return parameters;
    }
}
