package org.salesetl.correction;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.salesetl.TypedSteps.makeOfRows;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.onUpdate;

import org.salesetl.archive.Archive;
import org.salesetl.inbox.Inbox;
import org.salesetl.ledger.RunRequest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.ledger.RunRequest.Trigger;
import org.salesetl.run.RunEtlRoutes;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Takes the answer to the question whether the day or the month comes first, and loads the files that waited for the answer. */
@Component
class DateOrderRoutes extends HttpRoutes {

    static final String ANSWER_DATE_ORDER = "answer-date-order";
    static final String ANSWER_DATE_ORDER_ON_PAGE = "answer-date-order-on-page";
    static final String REMEMBER_DATE_ORDER = "remember-date-order";
    static final String DROP_HELD_FILES_AGAIN = "drop-held-files-again";

    private final DateOrderAnswers answers;
    private final Archive archive;
    private final Inbox inbox;

    DateOrderRoutes(DateOrderAnswers answers, Archive archive, Inbox inbox) {
        this.answers = answers;
        this.archive = archive;
        this.inbox = inbox;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        post("/api/etl/date-orders", ANSWER_DATE_ORDER)
                .setBody(makeOfText(answers::read))
                .to(direct(REMEMBER_DATE_ORDER))
                .setHeader(HTTP_RESPONSE_CODE, constant(202))
                .setHeader("Location", constant("/api/etl/runs"))
                .setBody(constant(""));

        postForm("/etl/date-orders", ANSWER_DATE_ORDER_ON_PAGE)
                .setBody(makeOfRequest(answers::chosen))
                .to(direct(REMEMBER_DATE_ORDER))
                .setHeader(HTTP_RESPONSE_CODE, constant(303))
                .setHeader("Location", constant("/etl"))
                .setBody(constant(""));

        from(direct(REMEMBER_DATE_ORDER))
                .routeId(REMEMBER_DATE_ORDER)
                .errorHandler(noErrorHandler())
                .to(sql("classpath:sql/correction/answer-date-order.sql"))
                .process(onUpdate(DateOrderAnswer.class, DateOrderAnswer::requireQuestion))
                .removeHeaders("*")
                .to(direct(DROP_HELD_FILES_AGAIN))
                .setBody(constant(new RunRequest(Trigger.HTTP, Mode.INCREMENTAL)))
                .to(direct(RunEtlRoutes.RUN_SOON));

        from(direct(DROP_HELD_FILES_AGAIN))
                .routeId(DROP_HELD_FILES_AGAIN)
                .errorHandler(noErrorHandler())
                .to(sql("classpath:sql/correction/select-held-files.sql"))
                .split(makeOfRows(HeldFile::of))
                    .process(on(HeldFile.class, file -> inbox.dropAgain(archive.resolve(file.archivedAs()))))
                    .to(sql("classpath:sql/correction/set-answered.sql"))
                .end();
    }
    // spotless:on
}
