package org.salesetl.quarantine;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** Keeps the rows that did not load. */
@Component
public class QuarantineRoutes extends EndpointRouteBuilder {

    /** Takes a list of {@link QuarantinedRow}s of the file in hand. */
    public static final String QUARANTINE_ROWS = "quarantine-rows";

    /** Takes a list of {@link ReturnedRow}s of the file in hand. */
    public static final String NOTE_RETURNED_ROWS = "note-returned-rows";

    /** Settles the entries of the rows that the file in hand has brought back, once its own rows are stored. */
    public static final String SETTLE_RETURNED_ROWS = "settle-returned-rows";

    /** Dismisses what had been dismissed before a reload. */
    public static final String DISMISS_AGAIN = "dismiss-again";

    /** Waits until all that were taken are stored. */
    public static final String QUARANTINE_LAST_ROWS = "quarantine-last-rows";

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(QUARANTINE_ROWS))
                .routeId(QUARANTINE_ROWS)
                .bean(QuarantineEntries.class, "keep(${body}, ${variable.load})");

        from(direct(NOTE_RETURNED_ROWS))
                .routeId(NOTE_RETURNED_ROWS)
                .bean(QuarantineEntries.class, "keepReturned(${body}, ${variable.load})");

        from(direct(SETTLE_RETURNED_ROWS))
                .routeId(SETTLE_RETURNED_ROWS)
                .to(sql("classpath:sql/quarantine/drop-returned.sql"))
                .to(sql("classpath:sql/quarantine/create-returned.sql"))
                .bean(QuarantineEntries.class, "finishReturned(${variable.load})")
                .bean(QuarantineEntries.class, "settling(${variable.load})")
                .to(sql("classpath:sql/quarantine/remember-returned.sql"))
                .to(sql("classpath:sql/quarantine/settle-returned.sql"))
                .to(sql("classpath:sql/quarantine/drop-returned.sql"));

        from(direct(DISMISS_AGAIN))
                .routeId(DISMISS_AGAIN)
                .to(sql("classpath:sql/quarantine/dismiss-again.sql"))
                .to(sql("classpath:sql/sale/unpark-settled.sql"));

        from(direct(QUARANTINE_LAST_ROWS))
                .routeId(QUARANTINE_LAST_ROWS)
                .bean(QuarantineEntries.class, "finish(${variable.load})");
    }
}
