package org.salesetl.customer;

import org.salesetl.intake.Kind;
import org.salesetl.warehouse.DimensionRoutes;
import org.springframework.stereotype.Component;

/** Good customers go through a staging table into {@code dim_customer}, by the statements in {@code sql/customer/}. */
@Component
class CustomerRoutes extends DimensionRoutes {

    CustomerRoutes() {
        super(Kind.CUSTOMERS, "customer");
    }
}
