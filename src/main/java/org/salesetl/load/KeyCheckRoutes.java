package org.salesetl.load;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** Tells the database whether to look up every key of a row once more. A load that stops that lets it go on at its end. */
@Component
public class KeyCheckRoutes extends EndpointRouteBuilder {

    /** Takes something whose parameter {@code anySaleKnown} says whether sales may have keys in common with those that come. */
    public static final String TRUST_KEYS = "trust-keys";

    /** Lets the database check keys again. */
    public static final String CHECK_KEYS = "check-keys";

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(TRUST_KEYS)).routeId(TRUST_KEYS).to(sql("classpath:sql/load/trust-keys.sql"));

        from(direct(CHECK_KEYS)).routeId(CHECK_KEYS).to(sql("classpath:sql/load/check-keys.sql"));
    }
}
