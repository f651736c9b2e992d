package org.salesetl.sale;

import org.jspecify.annotations.Nullable;
import org.salesetl.row.BulkRow;
import org.salesetl.row.RowWriter;
import org.salesetl.rule.Described;
import org.salesetl.rule.Sale;

/**
 * What a wide file says about a product. Each value is from the first row that has one; it is null if no row has one.
 *
 * @param line the first line that names the product
 */
record DescribedProduct(
        int line,
        String productId,
        @Nullable String name,
        @Nullable String category) implements BulkRow {

    static DescribedProduct in(Sale sale, Described said) {
        return new DescribedProduct(sale.line(), sale.productId(), said.productName(), said.category());
    }

    /** The same product; values from a later row fill the gaps. */
    DescribedProduct and(DescribedProduct later) {
        return new DescribedProduct(
                line, productId, name == null ? later.name : name, category == null ? later.category : category);
    }

    /** Whether a later row has a different value. */
    boolean isContradictedBy(DescribedProduct later) {
        return DescribedCustomer.differ(name, later.name) || DescribedCustomer.differ(category, later.category);
    }

    @Override
    public void writeTo(RowWriter row) {
        row.number(line).text(productId).text(name).text(category).end();
    }
}
