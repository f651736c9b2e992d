package org.salesetl.quarantine;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.salesetl.TypedSteps.on;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.sql.SqlConstants;
import org.salesetl.load.Claim;
import org.salesetl.load.FileLoad;
import org.salesetl.load.LoadSteps;
import org.springframework.stereotype.Component;

/** Settles rows in the quarantine that have come back or were dismissed. */
@Component
public class QuarantineRoutes extends RouteBuilder {

    /** Takes a {@link FileLoad} whose rows are stored, and settles the quarantined rows that the file has brought back. */
    public static final String SETTLE_RETURNED_ROWS = "settle-returned-rows";

    /** Notes the numbers of all rows, before a reload makes the rows anew. */
    public static final String NOTE_ROWS = "note-rows";

    /**
     * Takes the {@link Claim} of a file that a reload has read. Gives its rows their numbers again, which files of rejects and links name,
     * and dismisses those that were dismissed before.
     */
    public static final String SETTLE_AGAIN = "settle-again";

    /** Forgets what was noted, once all files have been read. */
    public static final String FORGET_NOTED_ROWS = "forget-noted-rows";

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

        from(direct(NOTE_ROWS))
                .routeId(NOTE_ROWS)
                .to(direct(FORGET_NOTED_ROWS))
                .to(sql("classpath:sql/quarantine/create-noted.sql"))
                .to(sql("classpath:sql/quarantine/note-rows.sql"));

        from(direct(SETTLE_AGAIN))
                .routeId(SETTLE_AGAIN)
                .to(sql("classpath:sql/quarantine/number-again.sql"))
                .to(sql("classpath:sql/quarantine/dismiss-again.sql"))
                .filter(header(SqlConstants.SQL_UPDATE_COUNT).isGreaterThan(0))
                .to(direct(LoadSteps.UNPARK_SETTLED_SALES));

        from(direct(FORGET_NOTED_ROWS)).routeId(FORGET_NOTED_ROWS).to(sql("classpath:sql/quarantine/drop-noted.sql"));
    }
}
