package org.salesetl.sample;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.scheduler;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.web.HttpAnswerRoutes.SEE_OTHER;

import org.salesetl.SalesEtlProperties;
import org.salesetl.inbox.Inbox;
import org.salesetl.ledger.NewerVersionException;
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

    /** Takes the {@link RunRequest} of the run that loads the files. */
    static final String DROP_SAMPLES = "drop-samples";

    private final boolean onEmpty;
    private final Inbox inbox;
    private final SampleFiles samples;
    private final EmptyWarehouse warehouse;

    SampleRoutes(
            SalesEtlProperties properties,
            Inbox inbox,
            SampleFiles samples,
            EmptyWarehouse warehouse,
            @Value("${spring.datasource.url:}") String databaseUrl) {
        Boolean configured = properties.sample().onEmpty();
        this.onEmpty = configured == null ? databaseUrl.isBlank() : configured;
        this.inbox = inbox;
        this.samples = samples;
        this.warehouse = warehouse;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        from(scheduler(FIRST_START).repeatCount(1)).routeId(FIRST_START)
                .autoStartup(onEmpty)
                .to(sql("classpath:sql/sample/count-files.sql").outputType("SelectOne"))
                .filter(is(Long.class, files -> files == 0))
                .filter(exchange -> inbox.isEmpty())
                    .log("Nothing has been loaded yet: dropping sample files into the inbox (sales-etl.sample.on-empty=false turns this off)")
                    .setBody(constant(new RunRequest(Trigger.WATCH, Mode.INCREMENTAL)))
                    .to(direct(DROP_SAMPLES))
                .end();

        postForm("/samples", ASK_FOR_SAMPLES)
                .to(sql("classpath:sql/sample/count-files.sql").outputType("SelectOne"))
                .process(on(Long.class, warehouse::require))
                .setBody(constant(new RunRequest(Trigger.HTTP, Mode.INCREMENTAL)))
                .to(direct(DROP_SAMPLES))
                .removeHeaders("*")
                .setBody(constant("/etl"))
                .to(direct(SEE_OTHER));

        from(direct(DROP_SAMPLES)).routeId(DROP_SAMPLES)
                .errorHandler(noErrorHandler())
                .process(exchange -> samples.writeTo(inbox.folder()))
                .doTry()
                    .to(direct(RunEtlRoutes.RUN_ETL))
                .doCatch(RunInProgressException.class, NewerVersionException.class)
                    .log("${exception.message} The sample files wait in the inbox.")
                .end();
    }
    // spotless:on
}
