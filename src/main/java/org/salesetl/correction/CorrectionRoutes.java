package org.salesetl.correction;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.salesetl.TypedSteps.asBefore;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.onUpdate;
import static org.salesetl.TypedSteps.tellEach;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.TypedSteps.withValue;
import static org.salesetl.web.HttpAnswerRoutes.SEE_OTHER;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.apache.camel.LoggingLevel;
import org.salesetl.correction.Corrections.Correction;
import org.salesetl.layout.HeldBackFileException;
import org.salesetl.ledger.RunRequest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.ledger.RunRequest.Trigger;
import org.salesetl.load.Claim;
import org.salesetl.load.LoadSteps;
import org.salesetl.pipeline.LoadFileRoutes;
import org.salesetl.quarantine.QuarantineApiRoutes;
import org.salesetl.quarantine.QuarantineListing;
import org.salesetl.registry.RegistryRoutes;
import org.salesetl.run.RunEtlRoutes;
import org.salesetl.text.RefusedFileException;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Lets people correct rows in the quarantine and drop them again, or dismiss them. */
@Component
class CorrectionRoutes extends HttpRoutes {

    static final String RETRY_ROWS = "retry-rows";
    static final String RETRY_ROWS_FROM_PAGE = "retry-rows-from-page";
    static final String DISMISS_ROWS = "dismiss-rows";
    static final String DISMISS_ROWS_FROM_PAGE = "dismiss-rows-from-page";
    static final String OFFER_CELLS = "offer-cells";
    static final String SHOW_CELLS = "show-cells";

    /** Takes a {@link Correction}, loads the rows that are right now, and gives the {@link ReturnDraft} with the faults of the others. */
    static final String CORRECT_ROWS = "correct-rows";

    static final String JUDGE_RETURNED_FILE = "judge-returned-file";
    static final String READ_RETURNED_FILE = "read-returned-file";
    static final String LOAD_GOOD_ROWS = "load-good-rows";
    static final String DROP_ROWS_AGAIN = "drop-rows-again";
    static final String DISMISS_QUARANTINED_ROWS = "dismiss-quarantined-rows";

    /** The {@link ReturnDraft}, as a variable of the exchange. */
    private static final String DRAFT = "draft";

    private final Corrections corrections;

    CorrectionRoutes(Corrections corrections) {
        this.corrections = corrections;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        post("/api/quarantine/retry", RETRY_ROWS, takes().withBody(Corrections.RETRY_FIELDS).answersNothing(202))
                .setBody(makeOfText(corrections::read))
                .to(direct(DROP_ROWS_AGAIN))
                .setHeader(HTTP_RESPONSE_CODE, constant(202))
                .setHeader("Location", constant("/api/etl/runs"))
                .setBody(constant(""));

        post("/api/quarantine/dismiss", DISMISS_ROWS, takes().withBody(Corrections.DISMISS_FIELDS).answersNothing(204))
                .setBody(makeOfText(corrections::read))
                .to(direct(DISMISS_QUARANTINED_ROWS))
                .setHeader(HTTP_RESPONSE_CODE, constant(204))
                .setBody(constant(""));

        postForm("/quarantine/correct", OFFER_CELLS)
                .setBody(makeOfRequest(request -> new CorrectionPageDraft(corrections.chosen(request))))
                .to(direct(SHOW_CELLS));

        postForm("/quarantine/retry", RETRY_ROWS_FROM_PAGE)
                .setBody(makeOfRequest(corrections::chosen))
                .to(direct(CORRECT_ROWS))
                .choice()
                    .when(is(ReturnDraft.class, draft -> draft.faults().isEmpty()))
                        .setBody(constant("/etl"))
                        .to(direct(SEE_OTHER))
                    .otherwise()
                        .setHeader(HTTP_RESPONSE_CODE, constant(422))
                        .setBody(make(ReturnDraft.class, CorrectionPageDraft::new))
                        .to(direct(SHOW_CELLS))
                .end();

        from(direct(SHOW_CELLS))
                .routeId(SHOW_CELLS)
                .errorHandler(noErrorHandler())
                .split(make(CorrectionPageDraft.class, CorrectionPageDraft::questions), tellEach(CorrectionPageDraft.class, QuarantineListing.Entry.class, CorrectionPageDraft::found))
                    .stopOnException()
                    .to(direct(QuarantineApiRoutes.FIND_QUARANTINED_ROW))
                .end()
                .setBody(make(CorrectionPageDraft.class, CorrectionPage::page))
                .to(direct(WRITE_PAGE));

        postForm("/quarantine/dismiss", DISMISS_ROWS_FROM_PAGE)
                .setBody(makeOfRequest(corrections::chosen))
                .to(direct(DISMISS_QUARANTINED_ROWS))
                .setBody(constant("/quarantine"))
                .to(direct(SEE_OTHER));

        from(direct(DROP_ROWS_AGAIN))
                .routeId(DROP_ROWS_AGAIN)
                .errorHandler(noErrorHandler())
                .setBody(make(Correction.class, ReturnDraft::new))
                .enrich(sql("classpath:sql/correction/select-for-return.sql"), tellRows(ReturnDraft.class, ReturnDraft::found))
                .process(on(ReturnDraft.class, draft -> corrections.files(draft).forEach(draft::judged)))
                .to(direct(LOAD_GOOD_ROWS));

        from(direct(CORRECT_ROWS))
                .routeId(CORRECT_ROWS)
                .errorHandler(noErrorHandler())
                .setBody(make(Correction.class, ReturnDraft::new))
                .enrich(sql("classpath:sql/correction/select-for-return.sql"), tellRows(ReturnDraft.class, ReturnDraft::found))
                .enrich(direct(RegistryRoutes.REFRESH_MAPPINGS), asBefore())
                .split(make(ReturnDraft.class, corrections::files), tellEach(ReturnDraft.class, ReturnedFile.class, ReturnDraft::judged))
                    .stopOnException()
                    .to(direct(JUDGE_RETURNED_FILE))
                .end()
                .setVariable(DRAFT, body())
                .filter(is(ReturnDraft.class, draft -> draft.loading() > 0))
                    .to(direct(LOAD_GOOD_ROWS))
                .end()
                .setBody(variable(DRAFT));

        from(direct(LOAD_GOOD_ROWS))
                .routeId(LOAD_GOOD_ROWS)
                .errorHandler(noErrorHandler())
                .process(on(ReturnDraft.class, corrections::drop))
                .setBody(constant(new RunRequest(Trigger.HTTP, Mode.INCREMENTAL)))
                .to(direct(RunEtlRoutes.RUN_SOON));

        // a file that raises a question, or is refused, is dropped as a whole: its run says why it does not load
        from(direct(JUDGE_RETURNED_FILE))
                .routeId(JUDGE_RETURNED_FILE)
                .errorHandler(noErrorHandler())
                .doTry()
                    .process(on(ReturnedFile.class, corrections::write))
                    .enrich(direct(READ_RETURNED_FILE), withValue(ReturnedFile.class, Claim.class, corrections::judged))
                .doCatch(HeldBackFileException.class, RefusedFileException.class)
                    .log(LoggingLevel.DEBUG, "Corrected rows cannot be judged before their run: ${exception.message}")
                .doFinally()
                    .process(on(ReturnedFile.class, ReturnedFile::delete))
                .end();

        from(direct(READ_RETURNED_FILE))
                .routeId(READ_RETURNED_FILE)
                .errorHandler(noErrorHandler())
                .setBody(make(ReturnedFile.class, ReturnedFile::claim))
                .to(direct(LoadFileRoutes.READ_LAYOUT));

        from(direct(DISMISS_QUARANTINED_ROWS))
                .routeId(DISMISS_QUARANTINED_ROWS)
                .errorHandler(noErrorHandler())
                .transacted()
                    .to(sql("classpath:sql/correction/insert-dismissal.sql"))
                    .enrich(sql("classpath:sql/last-insert-id.sql").outputType("SelectOne"), withValue(Correction.class, Number.class, Dismissal::new))
                    .to(sql("classpath:sql/correction/dismiss.sql"))
                    .process(onUpdate(Dismissal.class, Dismissal::requireDismissed))
                    .to(sql("classpath:sql/correction/remember-dismissed.sql"))
                    .to(direct(LoadSteps.UNPARK_SETTLED_SALES))
                .end()
                .removeHeaders("*");
    }
    // spotless:on
}
