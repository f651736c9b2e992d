package org.salesetl.pipeline;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.salesetl.TypedSteps.asBefore;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.TypedSteps.withRow;

import org.apache.camel.builder.RouteBuilder;
import org.salesetl.archive.Archive;
import org.salesetl.archive.Rejects;
import org.salesetl.archive.RejectsCsv;
import org.salesetl.inbox.Inbox;
import org.salesetl.load.Claim;
import org.salesetl.load.LedgerEntry.Status;
import org.springframework.stereotype.Component;

/** Moves files to the archive that have been loaded, now or before. */
@Component
class ArchiveRoutes extends RouteBuilder {

    /** Takes a {@link Claim} whose rows are committed. */
    static final String ARCHIVE_FILE = "archive-file";

    /** Takes a {@link Claim} whose content has been loaded before. */
    static final String KEEP_REPEATED_FILE = "keep-repeated-file";

    static final String WRITE_REJECTS = "write-rejects";

    private final Archive archive;
    private final Inbox inbox;
    private final Rejects rejects;

    ArchiveRoutes(Archive archive, Inbox inbox, Rejects rejects) {
        this.archive = archive;
        this.inbox = inbox;
        this.rejects = rejects;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(ARCHIVE_FILE))
                .routeId(ARCHIVE_FILE)
                .errorHandler(defaultErrorHandler())
                .routeConfigurationId(FileErrorPolicy.ARCHIVING)
                .process(on(Claim.class, claim -> claim.archived(archive.keepLoaded(claim.path()))))
                .to(sql("classpath:sql/pipeline/set-archived.sql"))
                .process(on(Claim.class, claim -> inbox.forget(claim.path())))
                .filter(is(Claim.class, Claim::mayHaveRejects))
                    .enrich(direct(WRITE_REJECTS), asBefore())
                .end();

        from(direct(WRITE_REJECTS))
                .routeId(WRITE_REJECTS)
                .enrich(
                        sql("classpath:sql/pipeline/select-rejects-header.sql").outputType("SelectOne"),
                        withRow(Claim.class, (claim, header) -> header == null ? null : rejects.begin(claim.archivedAs(), claim.fileId(), header)))
                .filter(body().isNotNull())
                    .loopDoWhile(is(RejectsCsv.class, csv -> !csv.isComplete()))
                        .enrich(sql("classpath:sql/pipeline/select-rejects-of-file.sql"), tellRows(RejectsCsv.class, RejectsCsv::append))
                    .end()
                .end();

        from(direct(KEEP_REPEATED_FILE))
                .routeId(KEEP_REPEATED_FILE)
                .process(on(Claim.class, Claim::saysRepeated))
                .process(on(Claim.class, claim -> claim.enters(Status.ALREADY_LOADED, archive.keepRepeated(claim.path()))))
                .to(sql("classpath:sql/pipeline/insert-file.sql"))
                .process(on(Claim.class, claim -> inbox.forget(claim.path())))
                .log("Run ${body.run.id}: ${body.shownName} was loaded before, nothing has changed");
    }
    // spotless:on
}
