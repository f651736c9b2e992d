package org.salesetl.engine;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.load.LoadSteps.FORGET_VERDICTS;
import static org.salesetl.load.LoadSteps.JUDGE_ON_CLUSTER;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.load.Claim;
import org.salesetl.outage.Outage;
import org.springframework.stereotype.Component;

/** Lets a cluster judge the rows of files before their transactions begin. */
@Component
class EngineRoutes extends RouteBuilder {

    private final EngineChoice choice;
    private final SparkCluster cluster;
    private final CurrentRun currentRun;

    EngineRoutes(EngineChoice choice, SparkCluster cluster, CurrentRun currentRun) {
        this.currentRun = currentRun;
        this.choice = choice;
        this.cluster = cluster;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(JUDGE_ON_CLUSTER))
                .routeId(JUDGE_ON_CLUSTER)
                .process(on(Claim.class, cluster::forgetOthers))
                .filter(is(Claim.class, claim -> !claim.isJudged() && choice.isCluster(claim)))
                .process(on(Claim.class, cluster::judge))
                .end();

        from(direct(FORGET_VERDICTS))
                .routeId(FORGET_VERDICTS)
                .filter(this::isAtItsEnd)
                .process(on(Claim.class, cluster::forget))
                .end();
    }

    /** Whether the load is not tried again. The exchange of a load that has succeeded may still know an outage before. */
    private boolean isAtItsEnd(Exchange exchange) {
        return exchange.getMessage().getBody(Claim.class).isCommitted()
                || currentRun.stopped() != null
                || Outage.of(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)) == null;
    }
}
