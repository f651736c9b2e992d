package org.salesetl.pipeline;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.salesetl.archive.ArchivedFiles;
import org.salesetl.intake.Drops;
import org.salesetl.ledger.RunLock;
import org.salesetl.warehouse.DimensionKeys;
import org.springframework.stereotype.Component;

/**
 * The clean reload: the star schema is emptied and rebuilt from the archived files in one transaction, so that readers see the
 * old one until the new one is complete, and still do if a file fails.
 */
@Component
class ReloadRoutes extends EndpointRouteBuilder {

    static final String RELOAD_WAREHOUSE = "reload-warehouse";
    static final String EMPTY_WAREHOUSE = "empty-warehouse";
    static final String RELOAD_FILE = "reload-file";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct("perform-reload"))
                .routeId(RELOAD_WAREHOUSE)
                .transacted()
                .to(sql("classpath:sql/ledger/select-archived-files.sql"))
                .setBody(method(ArchivedFiles.class, "oldestFirst"))
                .to(direct(EMPTY_WAREHOUSE))
                .split(body())
                    .stopOnException()
                    .to(direct(RELOAD_FILE))
                .end()
                .bean(RunLock.class, "requireHeld");

        from(direct(EMPTY_WAREHOUSE))
                .routeId(EMPTY_WAREHOUSE)
                .to(sql("classpath:sql/warehouse/empty-parked-sale.sql"))
                .to(sql("classpath:sql/warehouse/empty-quarantine.sql"))
                .to(sql("classpath:sql/warehouse/empty-fact-sales.sql"))
                .to(sql("classpath:sql/warehouse/empty-dim-customer.sql"))
                .to(sql("classpath:sql/warehouse/empty-dim-product.sql"))
                .to(sql("classpath:sql/warehouse/empty-dim-date.sql"))
                .bean(DimensionKeys.class, "forget");

        from(direct(RELOAD_FILE))
                .routeId(RELOAD_FILE)
                .setVariable("archivedAs", simple("${body.archivedAs}"))
                .setBody(simple("${body.path}"))
                .bean(Drops.class, "identify")
                .setVariable("drop", body())
                .setBody(method(Drops.class, "layout(${variable.drop})"))
                .setVariable("layout", body())
                .to(direct(LoadFileRoutes.LOAD_ROWS));
    }
    // spotless:on
}
