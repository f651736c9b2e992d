package org.salesetl.correction;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.makeOf;
import static org.salesetl.TypedSteps.makeOfRows;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tellRows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.salesetl.SqlRow;
import org.salesetl.WorkFolder;
import org.salesetl.inbox.Inbox;
import org.salesetl.ledger.RunRequest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.ledger.RunRequest.Trigger;
import org.salesetl.run.RunEtlRoutes;
import org.salesetl.vocabulary.Acceptance;
import org.salesetl.vocabulary.Subject;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.HttpRoutes;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Accepts sales without a customer: sales that have been rejected load now, and later sales load at once. */
@Component
class GuestRoutes extends HttpRoutes {

    static final String ACCEPT_GUESTS_ON_PAGE = "accept-guests-on-page";

    /** Takes the number of a file in the ledger, accepts sales without a customer in all files with its columns, and starts a run. */
    static final String ACCEPT_GUESTS = "accept-guests";

    /** Takes a {@link FileAnswer}, and drops the rejected sales without a customer again: those of all files with the same columns. */
    static final String DROP_GUEST_SALES_AGAIN = "drop-guest-sales-again";

    static final String DROP_GUEST_SALES_OF_FILE = "drop-guest-sales-of-file";
    static final String WRITE_GUEST_SALES = "write-guest-sales";

    private final WorkFolder folder;
    private final Inbox inbox;

    GuestRoutes(WorkFolder folder, Inbox inbox) {
        this.folder = folder;
        this.inbox = inbox;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        postForm("/quarantine/guests", ACCEPT_GUESTS_ON_PAGE)
                .setBody(makeOfRequest(GuestRoutes::file))
                .to(direct(ACCEPT_GUESTS))
                .setHeader(HTTP_RESPONSE_CODE, constant(303))
                .setHeader("Location", constant("/etl"))
                .setBody(constant(""));

        from(direct(ACCEPT_GUESTS))
                .routeId(ACCEPT_GUESTS)
                .errorHandler(noErrorHandler())
                .setBody(makeOf(exchange -> accepted(exchange.getMessage().getBody(Integer.class))))
                .to(direct(FileAnswerRoutes.REMEMBER_ANSWER))
                .to(direct(DROP_GUEST_SALES_AGAIN))
                .setBody(constant(new RunRequest(Trigger.HTTP, Mode.INCREMENTAL)))
                .to(direct(RunEtlRoutes.RUN_SOON));

        from(direct(DROP_GUEST_SALES_AGAIN))
                .routeId(DROP_GUEST_SALES_AGAIN)
                .errorHandler(noErrorHandler())
                .to(sql("classpath:sql/correction/select-files-with-guest-sales.sql"))
                .split(makeOfRows(this::guestSales))
                    .streaming()
                    .stopOnException()
                    .to(direct(DROP_GUEST_SALES_OF_FILE))
                .end();

        from(direct(DROP_GUEST_SALES_OF_FILE))
                .routeId(DROP_GUEST_SALES_OF_FILE)
                .errorHandler(noErrorHandler())
                .doTry()
                    .to(direct(WRITE_GUEST_SALES))
                    .process(on(GuestSales.class, sales -> sales.drop(inbox)))
                .doFinally()
                    .process(on(GuestSales.class, GuestSales::close))
                .end();

        from(direct(WRITE_GUEST_SALES))
                .routeId(WRITE_GUEST_SALES)
                .errorHandler(noErrorHandler())
                .loopDoWhile(is(GuestSales.class, sales -> !sales.isComplete()))
                    .enrich(sql("classpath:sql/correction/select-guest-sales-of-file.sql"), tellRows(GuestSales.class, GuestSales::append))
                .end();
    }
    // spotless:on

    /** The file whose sales without a customer a button accepts. */
    private static int file(WebRequest request) {
        int file = request.number("file", 0, 1, Integer.MAX_VALUE);
        if (file == 0) {
            throw new BadRequestException("file", "the number of a file", "nothing");
        }
        return file;
    }

    private static FileAnswer accepted(int fileId) {
        return new FileAnswer(fileId, Subject.GUESTS, Acceptance.ACCEPT.label());
    }

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
