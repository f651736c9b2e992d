package org.salesetl.customer;

import java.util.List;
import org.salesetl.leftout.LeftOutRows;
import org.salesetl.quarantine.QuarantineEntries;
import org.salesetl.vocabulary.Kind;
import org.salesetl.warehouse.DimensionKeys;
import org.salesetl.warehouse.DimensionRoutes;
import org.springframework.stereotype.Component;

/** Good customers go through a staging table into {@code dim_customer}, by the statements in {@code sql/customer/}. */
@Component
class CustomerRoutes extends DimensionRoutes {

    CustomerRoutes(DimensionKeys keys, QuarantineEntries quarantine, LeftOutRows leftOut) {
        super(Kind.CUSTOMERS, "customer", List.of("classify", "update", "insert", "claim"), keys, quarantine, leftOut);
    }
}
