package org.salesetl.engine;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.load.LoadSteps.FORGET_VERDICTS;
import static org.salesetl.load.LoadSteps.JUDGE_ON_CLUSTER;

import org.apache.camel.builder.RouteBuilder;
import org.salesetl.load.Claim;
import org.springframework.stereotype.Component;

/** Lets a cluster judge the rows of files before their transactions begin. */
@Component
class EngineRoutes extends RouteBuilder {

    private final EngineChoice choice;
    private final SparkCluster cluster;

    EngineRoutes(EngineChoice choice, SparkCluster cluster) {
        this.choice = choice;
        this.cluster = cluster;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(JUDGE_ON_CLUSTER))
                .routeId(JUDGE_ON_CLUSTER)
                .process(on(Claim.class, cluster::forgetIfOld))
                .filter(is(Claim.class, claim -> !claim.isJudged() && choice.isCluster(claim)))
                .process(on(Claim.class, cluster::judge))
                .end();

        from(direct(FORGET_VERDICTS)).routeId(FORGET_VERDICTS).process(exchange -> cluster.forget());
    }
}
