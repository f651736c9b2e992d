package org.salesetl.load;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Turns the database's check of every key in a row off and on. A load that turns it off turns it on again at its end. */
@Component
public class KeyCheckRoutes extends RouteBuilder {

    /**
     * Turns the check off. Takes something whose parameter {@code buildsKeysInBulk} says whether the table of facts is empty, and the
     * load large.
     */
    public static final String TRUST_KEYS = "trust-keys";

    /** Turns the check on again. */
    public static final String CHECK_KEYS = "check-keys";

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(TRUST_KEYS)).routeId(TRUST_KEYS).to(sql("classpath:sql/load/trust-keys.sql"));

        from(direct(CHECK_KEYS)).routeId(CHECK_KEYS).to(sql("classpath:sql/load/check-keys.sql"));
    }
}
