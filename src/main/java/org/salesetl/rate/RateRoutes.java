package org.salesetl.rate;

import java.util.List;
import org.salesetl.leftout.LeftOutRows;
import org.salesetl.quarantine.QuarantineEntries;
import org.salesetl.vocabulary.Kind;
import org.salesetl.warehouse.DimensionKeys;
import org.salesetl.warehouse.DimensionRoutes;
import org.springframework.stereotype.Component;

/**
 * Good rates go through a staging table into {@code exchange_rate}, by the statements in {@code sql/rate/}. Then the parked sales that
 * have waited for them load. A sale that has been converted keeps its revenue if its rate changes later.
 */
@Component
class RateRoutes extends DimensionRoutes {

    RateRoutes(DimensionKeys keys, QuarantineEntries quarantine, LeftOutRows leftOut) {
        super(
                Kind.RATES,
                "rate",
                List.of("set-warehouse-currency", "classify", "update", "insert"),
                keys,
                quarantine,
                leftOut);
    }
}
