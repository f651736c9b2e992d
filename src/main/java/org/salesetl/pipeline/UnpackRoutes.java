package org.salesetl.pipeline;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.salesetl.archive.Archive;
import org.salesetl.intake.Containers;
import org.salesetl.intake.Drops;
import org.salesetl.intake.Inbox;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.ledger.LedgerEntries;
import org.springframework.stereotype.Component;

/** Takes workbooks and ZIP files apart before a run looks for what to load: what they hold is sorted among the others. */
@Component
class UnpackRoutes extends EndpointRouteBuilder {

    static final String UNPACK_CONTAINERS = "unpack-containers";
    static final String UNPACK_FILE = "unpack-file";

    private final InHandPolicy inHand;

    UnpackRoutes(InHandPolicy inHand) {
        this.inHand = inHand;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(UNPACK_CONTAINERS))
                .routeId(UNPACK_CONTAINERS)
                .setBody(method(Inbox.class, "untaken"))
                .bean(Runs.class, "note(${variable.run}, ${body})")
                .setBody(method(Inbox.class, "containers"))
                .split(body())
                    .streaming()
                    .filter(simple("${variable.run.cancelled} == false"))
                    .setBody(method(Inbox.class, "claim(${body})"))
                    .filter(body().isNotNull())
                        .to(direct(UNPACK_FILE))
                    .end();

        from(direct(UNPACK_FILE))
                .routeId(UNPACK_FILE)
                .errorHandler(defaultErrorHandler())
                .routeConfigurationId(FileErrorPolicy.LOADING)
                .setVariable("claimed", body())
                .bean(CurrentRun.class, "nextFile")
                .setVariable("drop", method(Drops.class, "unread"))
                .bean(Drops.class, "identify(${variable.claimed})")
                .setVariable("drop", body())
                .policy(inHand)
                    .bean(Containers.class, "unpack(${variable.claimed})")
                .end()
                .setVariable("contents", simple("${body.words}"))
                .bean(Archive.class, "keepUnpacked(${variable.claimed})")
                .bean(LedgerEntries.class, "unpacked(${variable.drop}, ${variable.run}, ${body}, ${variable.contents})")
                .to(sql("classpath:sql/ledger/insert-file.sql"))
                .bean(Inbox.class, "forget(${variable.claimed})")
                .log("Run ${variable.run.id}: ${variable.drop.shownName}: ${variable.contents}");
    }
    // spotless:on
}
