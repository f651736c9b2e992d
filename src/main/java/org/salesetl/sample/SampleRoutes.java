package org.salesetl.sample;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;

import org.salesetl.SalesEtlProperties;
import org.salesetl.inbox.Inbox;
import org.salesetl.ledger.RunInProgressException;
import org.salesetl.ledger.RunRequest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.ledger.RunRequest.Trigger;
import org.salesetl.run.RunEtlRoutes;
import org.salesetl.web.HttpRoutes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Drops the sample files: by itself at a first start, and when somebody asks for them while nothing has been loaded. */
@Component
class SampleRoutes extends HttpRoutes {

    static final String FIRST_START = "first-start";
    static final String ASK_FOR_SAMPLES = "ask-for-samples";
    static final String DROP_SAMPLES = "drop-samples";

    private final boolean onEmpty;
    private final Inbox inbox;

    SampleRoutes(SalesEtlProperties properties, Inbox inbox, @Value("${spring.datasource.url:}") String databaseUrl) {
        Boolean configured = properties.sample().onEmpty();
        this.onEmpty = configured == null ? databaseUrl.isBlank() : configured;
        this.inbox = inbox;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        from(timer(FIRST_START).repeatCount(1).delay(0)).routeId(FIRST_START)
                .autoStartup(onEmpty)
                .to(sql("classpath:sql/ledger/count-files.sql").outputType("SelectOne"))
                .filter(simple("${body} == 0"))
                .filter(method(Inbox.class, "isEmpty"))
                    .log("Nothing has been loaded yet: dropping sample files into the inbox (sales-etl.sample.on-empty=false turns this off)")
                    .setVariable("trigger", constant(Trigger.WATCH))
                    .to(direct(DROP_SAMPLES))
                .end();

        postForm("/samples", ASK_FOR_SAMPLES)
                .to(sql("classpath:sql/ledger/count-files.sql").outputType("SelectOne"))
                .bean(EmptyWarehouse.class, "require")
                .setVariable("trigger", constant(Trigger.HTTP))
                .to(direct(DROP_SAMPLES))
                .removeHeaders("*")
                .setBody(constant(""))
                .setHeader(HTTP_RESPONSE_CODE, constant(303))
                .setHeader("Location", constant("/etl"));

        from(direct(DROP_SAMPLES)).routeId(DROP_SAMPLES)
                .errorHandler(noErrorHandler())
                .setBody(constant(inbox.folder()))
                .bean(SampleFiles.class, "writeTo")
                .doTry()
                    .setBody(exchange -> new RunRequest(exchange.getVariable("trigger", Trigger.class), Mode.INCREMENTAL))
                    .to(direct(RunEtlRoutes.RUN_ETL))
                .doCatch(RunInProgressException.class)
                    .log("${exception.message} The sample files wait in the inbox.")
                .end();
    }
    // spotless:on
}
