package org.salesetl.product;

import java.util.List;
import org.salesetl.leftout.LeftOutRows;
import org.salesetl.quarantine.QuarantineEntries;
import org.salesetl.vocabulary.Kind;
import org.salesetl.warehouse.DimensionKeys;
import org.salesetl.warehouse.DimensionRoutes;
import org.springframework.stereotype.Component;

/** Good products go through a staging table into {@code dim_product}, by the statements in {@code sql/product/}. */
@Component
class ProductRoutes extends DimensionRoutes {

    ProductRoutes(DimensionKeys keys, QuarantineEntries quarantine, LeftOutRows leftOut) {
        super(Kind.PRODUCTS, "product", List.of("classify", "update", "insert", "claim"), keys, quarantine, leftOut);
    }
}
