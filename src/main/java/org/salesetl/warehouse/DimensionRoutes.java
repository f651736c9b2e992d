package org.salesetl.warehouse;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tellRows;

import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlEndpointBuilder;
import org.apache.camel.model.RouteDefinition;
import org.salesetl.leftout.LeftOutRows;
import org.salesetl.load.FileLoad;
import org.salesetl.load.LoadSteps;
import org.salesetl.quarantine.QuarantineEntries;
import org.salesetl.vocabulary.Kind;

/**
 * The way of the rows of a dimension, or of rates: they go into a staging table, and from there into their table all at once, by the
 * statements in {@code sql/{folder}/}.
 */
public abstract class DimensionRoutes extends RouteBuilder {

    private final Kind kind;
    private final String folder;
    private final List<String> merge;
    private final DimensionKeys keys;
    private final QuarantineEntries quarantine;
    private final LeftOutRows leftOut;

    /** @param merge the statements that take the staged rows into the table, in their order */
    protected DimensionRoutes(
            Kind kind,
            String folder,
            List<String> merge,
            DimensionKeys keys,
            QuarantineEntries quarantine,
            LeftOutRows leftOut) {
        this.kind = kind;
        this.folder = folder;
        this.merge = List.copyOf(merge);
        this.keys = keys;
        this.quarantine = quarantine;
        this.leftOut = leftOut;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        RouteDefinition load = from(direct(LoadSteps.load(kind)))
                .routeId(LoadSteps.load(kind))
                .to(statement("drop-stage"))
                .to(statement("create-stage"))
                .process(on(FileLoad.class, rows -> rows.tables().start(folder + "/load-stage")))
                .to(direct(LoadSteps.READ_ROWS))
                .process(on(FileLoad.class, rows -> rows.tables().finish()))
                .process(on(FileLoad.class, quarantine::finish))
                .process(on(FileLoad.class, leftOut::finish))
                .process(on(FileLoad.class, rows -> keys.forget()));
        merge.forEach(statement -> load.to(statement(statement)));
        load.enrich(statement("count-outcomes"), tellRows(FileLoad.class, FileLoad::merged))
                .to(statement("drop-stage"))
                .to(direct(LoadSteps.RELEASE_PARKED_SALES));
    }

    private SqlEndpointBuilder statement(String name) {
        return sql("classpath:sql/" + folder + "/" + name + ".sql");
    }
}
