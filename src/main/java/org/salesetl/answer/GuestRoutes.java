package org.salesetl.answer;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.makeOfRows;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tell;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.cache.VersionRoutes.NOTE_VERSION;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.salesetl.QueryRoutes;
import org.salesetl.cache.AnswerCaches;
import org.salesetl.cache.OncePerVersionPolicy;
import org.salesetl.inbox.Inbox;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;
import org.salesetl.work.WorkFolder;
import org.springframework.stereotype.Component;

/** Lists the sales that wait only because they have no customer, and loads them once somebody has accepted such sales. */
@Component
public class GuestRoutes extends QueryRoutes {

    /** Takes the parameters of a {@link GuestQuery} and gives the {@link WaitingGuests}, most sales first. */
    public static final String LIST_WAITING_GUESTS = "list-waiting-guests";

    /** Gives the {@link GuestSums}. */
    static final String SUM_UP_GUESTS = "sum-up-guests";

    /** Takes an {@link AnswerDraft}, and drops the rejected sales without a customer again: those of all files with the same columns. */
    static final String DROP_GUEST_SALES_AGAIN = "drop-guest-sales-again";

    static final String DROP_GUEST_SALES_OF_FILE = "drop-guest-sales-of-file";
    static final String WRITE_GUEST_SALES = "write-guest-sales";

    private final WorkFolder folder;
    private final Inbox inbox;
    private final OncePerVersionPolicy once;

    GuestRoutes(WorkFolder folder, Inbox inbox, AnswerCaches caches) {
        this.folder = folder;
        this.inbox = inbox;
        this.once = caches.oncePerVersion("waiting-guests");
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(LIST_WAITING_GUESTS))
                .routeId(LIST_WAITING_GUESTS)
                .setBody(make(SqlParameters.class, GuestsDraft::new))
                .enrich(direct(SUM_UP_GUESTS), tell(GuestsDraft.class, GuestSums.class, GuestsDraft::summedUp))
                .to(query("answer/select-waiting-guests"))
                .setBody(makeOfRows(WaitingGuests::of));

        from(direct(SUM_UP_GUESTS))
                .routeId(SUM_UP_GUESTS)
                .to(direct(NOTE_VERSION))
                .policy(once)
                    .to(query("answer/sum-up-guests"))
                    .setBody(makeOfRows(GuestSums::of))
                .end();

        from(direct(DROP_GUEST_SALES_AGAIN))
                .routeId(DROP_GUEST_SALES_AGAIN)
                .filter(is(AnswerDraft.class, AnswerDraft::acceptsGuests))
                    .to(sql("classpath:sql/answer/select-files-with-guest-sales.sql"))
                    .split(makeOfRows(this::guestSales))
                        .streaming()
                        .stopOnException()
                        .to(direct(DROP_GUEST_SALES_OF_FILE))
                    .end()
                .end();

        from(direct(DROP_GUEST_SALES_OF_FILE))
                .routeId(DROP_GUEST_SALES_OF_FILE)
                .doTry()
                    .to(direct(WRITE_GUEST_SALES))
                    .process(on(GuestSales.class, sales -> sales.drop(inbox)))
                .doFinally()
                    .process(on(GuestSales.class, GuestSales::close))
                .end();

        from(direct(WRITE_GUEST_SALES))
                .routeId(WRITE_GUEST_SALES)
                .loopDoWhile(is(GuestSales.class, sales -> !sales.isComplete()))
                    .enrich(sql("classpath:sql/answer/select-guest-sales-of-file.sql"), tellRows(GuestSales.class, GuestSales::append))
                .end();
    }
    // spotless:on

    /** One file after the other, so that the work folder never holds more than one of them. */
    private Iterator<GuestSales> guestSales(List<SqlRow> files) {
        return files.stream().map(this::guestSales).iterator();
    }

    private GuestSales guestSales(SqlRow file) {
        try {
            return GuestSales.of(file, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the work folder", e);
        }
    }
}
