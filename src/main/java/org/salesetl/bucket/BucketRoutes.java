package org.salesetl.bucket;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.scheduler;
import static org.salesetl.TypedSteps.failure;
import static org.salesetl.TypedSteps.makeOf;
import static org.salesetl.TypedSteps.on;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.salesetl.SalesEtlProperties;
import org.springframework.stereotype.Component;

/**
 * Fetches new objects of a bucket into the inbox. An object stays in the bucket, and is fetched once, by whichever instance; an
 * object that somebody has put there again is a new one. What cannot be fetched is tried again at the next look.
 */
@Component
class BucketRoutes extends RouteBuilder {

    static final String LOOK_INTO_BUCKET = "look-into-bucket";

    private static final int PERIOD_MILLIS = 500;

    private final SalesEtlProperties properties;
    private final Bucket bucket;
    private final Fetch fetch;
    private final OneLookPolicy oneLook;

    BucketRoutes(SalesEtlProperties properties, Bucket bucket, Fetch fetch, OneLookPolicy oneLook) {
        this.properties = properties;
        this.bucket = bucket;
        this.fetch = fetch;
        this.oneLook = oneLook;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        if (!properties.bucket().isGiven()) {
            return;
        }

        onException(Exception.class)
                .handled(true)
                .filter(exchange -> !exchange.getContext().isStopping())
                    .process(exchange -> bucket.away(failure(exchange)))
                .end();

        from(scheduler(LOOK_INTO_BUCKET).delay(PERIOD_MILLIS))
                .routeId(LOOK_INTO_BUCKET)
                .filter(exchange -> bucket.isDue())
                    .process(exchange -> bucket.begin())
                    .policy(oneLook)
                        .split(makeOf(exchange -> fetch.look()))
                            .stopOnException()
                            .filter(this::goesOn)
                                .process(on(Delivery.class, fetch::fetch))
                            .end()
                        .end()
                    .end()
                .end();
    }
    // spotless:on

    private boolean goesOn(Exchange exchange) {
        return bucket.takesMore() && !exchange.getContext().isStopping();
    }
}
