package org.salesetl.cache;

import static java.util.Objects.requireNonNull;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;

import java.util.Map;
import org.apache.camel.Exchange;
import org.salesetl.QueryRoutes;
import org.salesetl.WarehouseCurrency;
import org.salesetl.sql.SqlRow;
import org.springframework.stereotype.Component;

/** Finds out the version of the warehouse, and the currency of its amounts. */
@Component
public class VersionRoutes extends QueryRoutes {

    /**
     * Sets the variable {@link #VERSION}, unless the exchange has the variable already: all answers to one request have the same
     * version. The body does not change.
     *
     * <p>A route has to note the version before it reads anything else. Then its answer can be newer than the version, but never older,
     * and may be kept until the version changes.
     */
    public static final String NOTE_VERSION = "note-version";

    /** The {@link WarehouseVersion}, as a variable of the exchange. */
    public static final String VERSION = "version";

    private final AnswerCaches caches;
    private final WarehouseCurrency currency;

    VersionRoutes(AnswerCaches caches, WarehouseCurrency currency) {
        this.caches = caches;
        this.currency = currency;
    }

    /** The version that the exchange has noted. */
    public static WarehouseVersion version(Exchange exchange) {
        return requireNonNull(
                exchange.getVariable(VERSION, WarehouseVersion.class), "The route has not noted the version");
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(NOTE_VERSION))
                .routeId(NOTE_VERSION)
                .filter(variable(VERSION).isNull())
                    .enrich(query("cache/select-version").outputType("SelectOne"), this::note)
                .end();
    }
    // spotless:on

    @SuppressWarnings("unchecked")
    private Exchange note(Exchange exchange, Exchange answer) {
        Map<String, Object> row = answer.getMessage().getBody(Map.class);
        currency.found(new SqlRow(row).textOrNull("currency"));
        exchange.setVariable(VERSION, caches.note(row));
        return exchange;
    }
}
