package org.salesetl.rollup;

import org.apache.camel.builder.EndpointProducerBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.springframework.stereotype.Component;

/** Keeps the rollups in step with the facts, in the transaction that changes them. */
@Component
public class RollupRoutes extends EndpointRouteBuilder {

    /** Takes {@link SalesChanges}, all of a load. */
    public static final String UPDATE_ROLLUPS = "update-rollups";

    static final String UPDATE_PACKS = "update-packs";
    static final String UPDATE_SUMS = "update-sums";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(UPDATE_ROLLUPS))
                .routeId(UPDATE_ROLLUPS)
                .setVariable("changes", body())
                .filter(method(RollupStatements.class, "isNeeded(${variable.changes})"))
                    .to(direct(UPDATE_PACKS))
                    .to(direct(UPDATE_SUMS))
                .end();

        from(direct(UPDATE_PACKS))
                .routeId(UPDATE_PACKS)
                .bean(RollupStatements.class, "touchedPacks(${variable.changes})")
                .split(body())
                    .streaming()
                    .stopOnException()
                    .setVariable("packKeys", simple("${body[packKeys]}"))
                    .to(statement("select-packs"))
                    .bean(RollupStatements.class, "merge(${variable.changes}, ${variable.packKeys}, ${body})")
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
