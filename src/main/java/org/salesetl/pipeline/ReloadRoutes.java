package org.salesetl.pipeline;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.salesetl.archive.ArchivedFiles;
import org.salesetl.intake.Drops;
import org.salesetl.intake.Inbox;
import org.salesetl.ledger.RunLock;
import org.salesetl.quarantine.QuarantineRoutes;
import org.salesetl.warehouse.DimensionKeys;
import org.springframework.stereotype.Component;

/**
 * The clean reload: the star schema is emptied and rebuilt from the archived files in one transaction, so that readers see the
 * old one until the new one is complete, and still do if a file fails.
 */
@Component
class ReloadRoutes extends EndpointRouteBuilder {

    static final String RELOAD = "reload";
    static final String FINISH_LEFT_OVERS = "finish-left-overs";
    static final String RELOAD_WAREHOUSE = "reload-warehouse";
    static final String EMPTY_WAREHOUSE = "empty-warehouse";
    static final String RELOAD_FILE = "reload-file";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct("perform-reload"))
                .routeId(RELOAD)
                .errorHandler(defaultErrorHandler().logExhausted(false))
                .routeConfigurationId(FileErrorPolicy.OPTIONAL)
                .to(direct(FINISH_LEFT_OVERS))
                .to(direct(RELOAD_WAREHOUSE));

        // loaded by a run that died before it could archive them: without them the reload would lose their rows
        from(direct(FINISH_LEFT_OVERS))
                .routeId(FINISH_LEFT_OVERS)
                .bean(Inbox.class, "leftOver")
                .split(body())
                    .streaming()
                    .to(direct(LoadFileRoutes.LOAD_FILE))
                .end();

        from(direct(RELOAD_WAREHOUSE))
                .routeId(RELOAD_WAREHOUSE)
                .bean(RunLock.class, "takeAgainIfLost")
                .transacted()
                    .to(sql("classpath:sql/ledger/select-archived-files.sql"))
                    .bean(ArchivedFiles.class, "oldestFirst(${body}, ${variable.run.request.leaveOutDamaged})")
                    .bean(Runs.class, "noteLeftOut(${variable.run}, ${body})")
                    .setBody(simple("${body.files}"))
                    .to(direct(EMPTY_WAREHOUSE))
                    .split(body())
                        .streaming()
                        .stopOnException()
                        .to(direct(RELOAD_FILE))
                    .end()
                    .to(direct(QuarantineRoutes.DISMISS_AGAIN))
                    .bean(RunLock.class, "requireHeld")
                .end();

        from(direct(EMPTY_WAREHOUSE))
                .routeId(EMPTY_WAREHOUSE)
                .to(sql("classpath:sql/warehouse/empty-parked-sale.sql"))
                .to(sql("classpath:sql/warehouse/empty-quarantine.sql"))
                .to(sql("classpath:sql/warehouse/empty-fact-sales.sql"))
                .to(sql("classpath:sql/warehouse/empty-dim-customer.sql"))
                .to(sql("classpath:sql/warehouse/empty-dim-product.sql"))
                .to(sql("classpath:sql/warehouse/empty-dim-date.sql"))
                .to(sql("classpath:sql/warehouse/empty-sales-pack.sql"))
                .to(sql("classpath:sql/warehouse/empty-rollup-customer.sql"))
                .to(sql("classpath:sql/warehouse/empty-rollup-product.sql"))
                .to(sql("classpath:sql/warehouse/empty-rollup-day.sql"))
                .to(sql("classpath:sql/warehouse/empty-rollup-month.sql"))
                .bean(DimensionKeys.class, "forget");

        from(direct(RELOAD_FILE))
                .routeId(RELOAD_FILE)
                .setVariable("archivedAs", simple("${body.archivedAs}"))
                .doTry()
                    .bean(Drops.class, "identify(${body.path}, ${body.name})")
                    .setVariable("drop", body())
                    .to(direct(LoadFileRoutes.READ_AND_LOAD_ROWS))
                .doCatch(Exception.class)
                    .bean(Runs.class, "stopReload(${variable.archivedAs}, ${exception})")
                .end();
    }
    // spotless:on
}
