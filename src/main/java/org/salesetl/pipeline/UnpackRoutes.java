package org.salesetl.pipeline;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.load.Variables.CLAIM;
import static org.salesetl.load.Variables.RUN;

import org.apache.camel.builder.RouteBuilder;
import org.salesetl.archive.Archive;
import org.salesetl.inbox.Containers;
import org.salesetl.inbox.Drops;
import org.salesetl.inbox.Inbox;
import org.salesetl.inbox.PartFolders;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.ledger.Run;
import org.salesetl.load.Claim;
import org.salesetl.load.LedgerEntry.Status;
import org.salesetl.load.LogContext;
import org.springframework.stereotype.Component;

/** Joins folders with parts, and takes workbooks and ZIP files apart, before a run lists the files to load, so that their parts are sorted among the others. */
@Component
public class UnpackRoutes extends RouteBuilder {

    /** Takes the {@link Run}. */
    public static final String UNPACK_CONTAINERS = "unpack-containers";

    static final String UNPACK_FILE = "unpack-file";

    private final InHandPolicy inHand;
    private final Inbox inbox;
    private final CurrentRun currentRun;
    private final Drops drops;
    private final Containers containers;
    private final PartFolders folders;
    private final Archive archive;

    UnpackRoutes(
            InHandPolicy inHand,
            Inbox inbox,
            CurrentRun currentRun,
            Drops drops,
            Containers containers,
            PartFolders folders,
            Archive archive) {
        this.inHand = inHand;
        this.inbox = inbox;
        this.currentRun = currentRun;
        this.drops = drops;
        this.containers = containers;
        this.folders = folders;
        this.archive = archive;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(UNPACK_CONTAINERS))
                .routeId(UNPACK_CONTAINERS)
                .process(on(Run.class, run -> folders.join(currentRun::nextFile).forEach(run::note)))
                .process(on(Run.class, run -> inbox.untaken().forEach(file -> run.note(file.words()))))
                .split(make(Run.class, run -> inbox.containers()))
                    .streaming()
                    .filter(exchange -> !exchange.getVariable(RUN, Run.class).isCancelled())
                    .to(direct(ClaimRoutes.CLAIM_FILE))
                    .filter(body().isNotNull())
                        .to(direct(UNPACK_FILE))
                    .end();

        from(direct(UNPACK_FILE))
                .routeId(UNPACK_FILE)
                .errorHandler(defaultErrorHandler())
                .routeConfigurationId(FileErrorPolicy.LOADING)
                .setVariable(CLAIM, body())
                .process(on(Claim.class, LogContext::turnTo))
                .process(on(Claim.class, claim -> currentRun.nextFile()))
                .process(on(Claim.class, claim -> claim.identified(drops.identify(claim.path()))))
                .policy(inHand)
                    .process(on(Claim.class, claim -> claim.says(containers.unpack(claim.path()).words())))
                .end()
                .process(on(Claim.class, claim -> claim.enters(Status.UNPACKED, archive.keepUnpacked(claim.path()))))
                .to(sql("classpath:sql/pipeline/insert-file.sql"))
                .process(on(Claim.class, claim -> inbox.forget(claim.path())))
                .log("Run ${body.run.id}: ${body.shownName}: ${body.message}");
    }
    // spotless:on
}
