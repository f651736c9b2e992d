package org.salesetl.rollup;

import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** Keeps the rollups in step with the facts, in the transaction that changes them. */
@Component
public class RollupRoutes extends EndpointRouteBuilder {

    /** Takes {@link SalesChanges}, all of a load. */
    public static final String UPDATE_ROLLUPS = "update-rollups";

    /**
     * Takes {@link SalesChanges}, all of a load, and makes ready what can be before {@link #UPDATE_ROLLUPS}. It reads what is
     * committed, over a connection of its own, while the transaction's is busy: nobody may change the rollups in between,
     * nor may that transaction have done so before.
     */
    public static final String PREPARE_ROLLUPS = "prepare-rollups";

    static final String MERGE_PACKS = "merge-packs";
    static final String SAVE_PACKS = "save-packs";
    static final String UPDATE_SUMS = "update-sums";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(PREPARE_ROLLUPS))
                .routeId(PREPARE_ROLLUPS)
                .setVariable("changes", body())
                .transacted("PROPAGATION_NOT_SUPPORTED")
                    .to(direct(MERGE_PACKS))
                .end();

        from(direct(UPDATE_ROLLUPS))
                .routeId(UPDATE_ROLLUPS)
                .setVariable("changes", body())
                .filter(method(RollupStatements.class, "isNeeded(${variable.changes})"))
                    .to(direct(MERGE_PACKS))
                    .to(direct(SAVE_PACKS))
                    .to(direct(UPDATE_SUMS))
                .end();

        from(direct(MERGE_PACKS))
                .routeId(MERGE_PACKS)
                .bean(RollupStatements.class, "unmergedPacks(${variable.changes})")
                .split(body())
                    .streaming()
                    .stopOnException()
                    .setVariable("packKeys", simple("${body[packKeys]}"))
                    .to(statement("select-packs"))
                    .bean(RollupStatements.class, "merge(${variable.changes}, ${variable.packKeys}, ${body})")
                .end();

        from(direct(SAVE_PACKS))
                .routeId(SAVE_PACKS)
                .bean(RollupStatements.class, "mergedPacks(${variable.changes})")
                .split(body())
                    .streaming()
                    .stopOnException()
                    .to(sql("classpath:sql/rollup/save-packs.sql").batch(true))
                .end();

        from(direct(UPDATE_SUMS))
                .routeId(UPDATE_SUMS)
                .bean(RollupStatements.class, "sums(${variable.changes})")
                .split(body())
                    .streaming()
                    .stopOnException()
                    .toD("sql:classpath:sql/rollup/add-to-${body[table]}.sql")
                .end();
    }
    // spotless:on

    private EndpointProducerBuilder statement(String name) {
        return sql("classpath:sql/rollup/" + name + ".sql");
    }
}
