package org.salesetl.rollup;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.tellRows;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlEndpointBuilder;
import org.apache.camel.model.RouteDefinition;
import org.salesetl.transaction.NoTransactionPolicy;
import org.springframework.stereotype.Component;

/** Keeps the rollups in step with the facts, in the transaction that changes them. */
@Component
public class RollupRoutes extends RouteBuilder {

    /** Takes {@link ChangesSales} with a whole load. */
    public static final String UPDATE_ROLLUPS = "update-rollups";

    /**
     * Takes {@link ChangesSales} with a whole load, and does the part of the work that can be done before
     * {@link #UPDATE_ROLLUPS}. It reads committed data over a connection of its own, while the connection of the transaction is
     * busy. So nobody may change the rollups in between, and the transaction itself must not have changed them before.
     */
    public static final String PREPARE_ROLLUPS = "prepare-rollups";

    static final String MERGE_PACKS = "merge-packs";
    static final String SAVE_PACKS = "save-packs";
    static final String UPDATE_SUMS = "update-sums";
    static final String NOTE_CHANGED_MONTHS = "note-changed-months";

    private final RollupStatements statements;

    RollupRoutes(RollupStatements statements) {
        this.statements = statements;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(PREPARE_ROLLUPS))
                .routeId(PREPARE_ROLLUPS)
                .transacted(NoTransactionPolicy.NAME)
                    .to(direct(MERGE_PACKS))
                .end();

        from(direct(UPDATE_ROLLUPS))
                .routeId(UPDATE_ROLLUPS)
                .filter(is(ChangesSales.class, statements::isNeeded))
                    .to(direct(MERGE_PACKS))
                    .to(direct(SAVE_PACKS))
                    .to(direct(UPDATE_SUMS))
                    .to(direct(NOTE_CHANGED_MONTHS))
                .end();

        from(direct(MERGE_PACKS))
                .routeId(MERGE_PACKS)
                .split(make(ChangesSales.class, statements::unmergedPacks))
                    .streaming()
                    .stopOnException()
                    .enrich(statement("select-packs"), tellRows(UnmergedPacks.class, UnmergedPacks::merge))
                .end();

        from(direct(SAVE_PACKS))
                .routeId(SAVE_PACKS)
                .split(make(ChangesSales.class, statements::mergedPacks))
                    .streaming()
                    .stopOnException()
                    .to(sql("classpath:sql/rollup/save-packs.sql").batch(true))
                .end();

        from(direct(NOTE_CHANGED_MONTHS))
                .routeId(NOTE_CHANGED_MONTHS)
                .split(make(ChangesSales.class, statements::changedMonths))
                    .stopOnException()
                    .to(sql("classpath:sql/rollup/note-changed-months.sql").batch(true))
                .end();

        RouteDefinition updateSums = from(direct(UPDATE_SUMS)).routeId(UPDATE_SUMS);
        for (Grouping grouping : Grouping.values()) {
            updateSums
                    .split(make(ChangesSales.class, changes -> statements.sums(changes, grouping)))
                        .streaming()
                        .stopOnException()
                        .to(statement("add-to-" + grouping.label()))
                    .end();
        }
    }
    // spotless:on

    private SqlEndpointBuilder statement(String name) {
        return sql("classpath:sql/rollup/" + name + ".sql");
    }
}
