package org.salesetl.correction;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;

import org.salesetl.ledger.RunRequest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.ledger.RunRequest.Trigger;
import org.salesetl.run.RunEtlRoutes;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Empties the quarantine by hand: rows are corrected and dropped again, or dismissed. */
@Component
class CorrectionRoutes extends HttpRoutes {

    static final String RETRY_ROWS = "retry-rows";
    static final String RETRY_ROWS_FROM_PAGE = "retry-rows-from-page";
    static final String DISMISS_ROWS = "dismiss-rows";
    static final String DISMISS_ROWS_FROM_PAGE = "dismiss-rows-from-page";
    static final String DROP_ROWS_AGAIN = "drop-rows-again";
    static final String DISMISS_QUARANTINED_ROWS = "dismiss-quarantined-rows";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        post("/api/quarantine/retry", RETRY_ROWS)
                .bean(Corrections.class, "read")
                .to(direct(DROP_ROWS_AGAIN))
                .setHeader(HTTP_RESPONSE_CODE, constant(202))
                .setHeader("Location", constant("/api/etl/runs"))
                .setBody(constant(""));

        post("/api/quarantine/dismiss", DISMISS_ROWS)
                .bean(Corrections.class, "read")
                .to(direct(DISMISS_QUARANTINED_ROWS))
                .setHeader(HTTP_RESPONSE_CODE, constant(204))
                .setBody(constant(""));

        postForm("/quarantine/retry", RETRY_ROWS_FROM_PAGE)
                .bean(Corrections.class, "chosen(${variable.request})")
                .to(direct(DROP_ROWS_AGAIN))
                .setHeader(HTTP_RESPONSE_CODE, constant(303))
                .setHeader("Location", constant("/etl"))
                .setBody(constant(""));

        postForm("/quarantine/dismiss", DISMISS_ROWS_FROM_PAGE)
                .bean(Corrections.class, "chosen(${variable.request})")
                .to(direct(DISMISS_QUARANTINED_ROWS))
                .setHeader(HTTP_RESPONSE_CODE, constant(303))
                .setHeader("Location", constant("/quarantine"))
                .setBody(constant(""));

        from(direct(DROP_ROWS_AGAIN))
                .routeId(DROP_ROWS_AGAIN)
                .errorHandler(noErrorHandler())
                .setVariable("correction", body())
                .setBody(simple("${body.parameters}"))
                .to(sql("classpath:sql/quarantine/select-for-return.sql"))
                .bean(Corrections.class, "drop(${body}, ${variable.correction})")
                .setBody(constant(new RunRequest(Trigger.HTTP, Mode.INCREMENTAL)))
                .to(direct(RunEtlRoutes.RUN_SOON));

        from(direct(DISMISS_QUARANTINED_ROWS))
                .routeId(DISMISS_QUARANTINED_ROWS)
                .errorHandler(noErrorHandler())
                .setVariable("correction", body())
                .transacted()
                    .setBody(simple("${variable.correction.parameters}"))
                    .to(sql("classpath:sql/quarantine/insert-dismissal.sql"))
                    .to(sql("classpath:sql/last-insert-id.sql").outputType("SelectOne"))
                    .setVariable("dismissalId", body())
                    .setBody(simple("${variable.correction.parameters}"))
                    .to(sql("classpath:sql/quarantine/dismiss.sql"))
                    .bean(Corrections.class, "requireDismissed(${header.CamelSqlUpdateCount})")
                    .to(sql("classpath:sql/quarantine/remember-dismissed.sql"))
                    .to(sql("classpath:sql/sale/unpark-settled.sql"))
                .end()
                .removeHeaders("*");
    }
    // spotless:on
}
