package org.salesetl.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlRow;
import org.springframework.stereotype.Component;

/** When the warehouse last changed. */
@Component
public class LedgerTimes {

    /** The only row's {@code last_load}; null if nothing has been loaded. */
    public @Nullable Instant lastLoad(List<Map<String, Object>> rows) {
        return new SqlRow(rows.get(0)).timeOrNull("last_load");
    }
}
