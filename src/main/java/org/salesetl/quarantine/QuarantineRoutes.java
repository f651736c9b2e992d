package org.salesetl.quarantine;

import static org.salesetl.TypedSteps.on;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.salesetl.load.FileLoad;
import org.salesetl.load.LoadSteps;
import org.springframework.stereotype.Component;

/** Settles rows in the quarantine that have come back or were dismissed. */
@Component
public class QuarantineRoutes extends EndpointRouteBuilder {

    /** Takes a {@link FileLoad} whose rows are stored, and settles the quarantined rows that the file has brought back. */
    public static final String SETTLE_RETURNED_ROWS = "settle-returned-rows";

    /** Takes a {@link FileLoad} of a reload whose rows are stored, and dismisses those again that were dismissed before. */
    public static final String DISMISS_AGAIN = "dismiss-again";

    private final QuarantineEntries entries;

    QuarantineRoutes(QuarantineEntries entries) {
        this.entries = entries;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(SETTLE_RETURNED_ROWS))
                .routeId(SETTLE_RETURNED_ROWS)
                .to(sql("classpath:sql/quarantine/drop-returned.sql"))
                .to(sql("classpath:sql/quarantine/create-returned.sql"))
                .process(on(FileLoad.class, entries::finishReturned))
                .to(sql("classpath:sql/quarantine/remember-returned.sql"))
                .to(sql("classpath:sql/quarantine/settle-returned.sql"))
                .to(sql("classpath:sql/quarantine/drop-returned.sql"));

        from(direct(DISMISS_AGAIN))
                .routeId(DISMISS_AGAIN)
                .to(sql("classpath:sql/quarantine/dismiss-again.sql"))
                .to(direct(LoadSteps.UNPARK_SETTLED_SALES));
    }
}
