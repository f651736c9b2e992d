package org.salesetl.warehouse;

import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.salesetl.intake.Kind;
import org.salesetl.ledger.Bookkeeper;

/**
 * The way of a dimension's rows: into a staging table, and from there into the dimension in one go, by the statements in
 * {@code sql/{folder}/}.
 */
public abstract class DimensionRoutes extends EndpointRouteBuilder {

    private final Kind kind;
    private final String folder;

    protected DimensionRoutes(Kind kind, String folder) {
        this.kind = kind;
        this.folder = folder;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(LoadSteps.openStage(kind)))
                .routeId(LoadSteps.openStage(kind))
                .to(statement("drop-stage"))
                .to(statement("create-stage"))
                .bean(DimensionLoad.class, "start(${variable.load}, '" + folder + "')");

        from(direct(LoadSteps.stage(kind)))
                .routeId(LoadSteps.stage(kind))
                .bean(DimensionLoad.class, "write(${body}, ${variable.load}, '" + folder + "')");

        from(direct(LoadSteps.closeStage(kind)))
                .routeId(LoadSteps.closeStage(kind))
                .bean(DimensionLoad.class, "finish(${variable.load}, '" + folder + "')");

        from(direct(LoadSteps.merge(kind)))
                .routeId(LoadSteps.merge(kind))
                .bean(DimensionKeys.class, "forget")
                .setBody(simple("${variable.load.parameters}"))
                .to(statement("classify"))
                .to(statement("update"))
                .to(statement("insert"))
                .to(statement("claim"))
                .to(statement("count-outcomes"))
                .bean(Bookkeeper.class, "merged(${body}, ${variable.load})")
                .to(statement("drop-stage"))
                .to(direct(LoadSteps.RELEASE_PARKED_SALES));
    }
    // spotless:on

    private EndpointProducerBuilder statement(String name) {
        return sql(path(name));
    }

    private String path(String name) {
        return "classpath:sql/" + folder + "/" + name + ".sql";
    }
}
