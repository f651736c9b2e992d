package org.salesetl.cache;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.apache.camel.Exchange;
import org.salesetl.QueryRoutes;
import org.springframework.stereotype.Component;

/** Tells which state the warehouse is in. */
@Component
public class VersionRoutes extends QueryRoutes {

    /**
     * Sets the variable {@link #VERSION}, unless the exchange has it already: all that one request shows has one version.
     * The body stays as it is.
     *
     * <p>Whoever notes the version before reading anything else may keep what was read for as long as the version lasts: it
     * can be newer than the version says, but never older.
     */
    public static final String NOTE_VERSION = "note-version";

    /** The {@link WarehouseVersion}, as a variable of the exchange. */
    public static final String VERSION = "version";

    private final AnswerCaches caches;

    VersionRoutes(AnswerCaches caches) {
        this.caches = caches;
    }

    /** The version that the exchange has noted. */
    public static WarehouseVersion version(Exchange exchange) {
        return requireNonNull(exchange.getVariable(VERSION, WarehouseVersion.class), "no version noted");
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
        exchange.setVariable(VERSION, caches.note(answer.getMessage().getBody(Map.class)));
        return exchange;
    }
}
