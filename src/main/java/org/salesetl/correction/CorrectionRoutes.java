package org.salesetl.correction;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.onUpdate;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.TypedSteps.withValue;

import org.salesetl.correction.Corrections.Correction;
import org.salesetl.ledger.RunRequest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.ledger.RunRequest.Trigger;
import org.salesetl.load.LoadSteps;
import org.salesetl.run.RunEtlRoutes;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Lets people correct rows in the quarantine and drop them again, or dismiss them. */
@Component
class CorrectionRoutes extends HttpRoutes {

    static final String RETRY_ROWS = "retry-rows";
    static final String RETRY_ROWS_FROM_PAGE = "retry-rows-from-page";
    static final String DISMISS_ROWS = "dismiss-rows";
    static final String DISMISS_ROWS_FROM_PAGE = "dismiss-rows-from-page";
    static final String DROP_ROWS_AGAIN = "drop-rows-again";
    static final String DISMISS_QUARANTINED_ROWS = "dismiss-quarantined-rows";

    private final Corrections corrections;

    CorrectionRoutes(Corrections corrections) {
        this.corrections = corrections;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        post("/api/quarantine/retry", RETRY_ROWS)
                .setBody(makeOfText(corrections::read))
                .to(direct(DROP_ROWS_AGAIN))
                .setHeader(HTTP_RESPONSE_CODE, constant(202))
                .setHeader("Location", constant("/api/etl/runs"))
                .setBody(constant(""));

        post("/api/quarantine/dismiss", DISMISS_ROWS)
                .setBody(makeOfText(corrections::read))
                .to(direct(DISMISS_QUARANTINED_ROWS))
                .setHeader(HTTP_RESPONSE_CODE, constant(204))
                .setBody(constant(""));

        postForm("/quarantine/retry", RETRY_ROWS_FROM_PAGE)
                .setBody(makeOfRequest(corrections::chosen))
                .to(direct(DROP_ROWS_AGAIN))
                .setHeader(HTTP_RESPONSE_CODE, constant(303))
                .setHeader("Location", constant("/etl"))
                .setBody(constant(""));

        postForm("/quarantine/dismiss", DISMISS_ROWS_FROM_PAGE)
                .setBody(makeOfRequest(corrections::chosen))
                .to(direct(DISMISS_QUARANTINED_ROWS))
                .setHeader(HTTP_RESPONSE_CODE, constant(303))
                .setHeader("Location", constant("/quarantine"))
                .setBody(constant(""));

        from(direct(DROP_ROWS_AGAIN))
                .routeId(DROP_ROWS_AGAIN)
                .errorHandler(noErrorHandler())
                .setBody(make(Correction.class, ReturnDraft::new))
                .enrich(sql("classpath:sql/correction/select-for-return.sql"), tellRows(ReturnDraft.class, ReturnDraft::found))
                .process(on(ReturnDraft.class, corrections::drop))
                .setBody(constant(new RunRequest(Trigger.HTTP, Mode.INCREMENTAL)))
                .to(direct(RunEtlRoutes.RUN_SOON));

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
