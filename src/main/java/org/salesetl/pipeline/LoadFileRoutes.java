package org.salesetl.pipeline;

import static org.salesetl.quarantine.QuarantineRoutes.NOTE_RETURNED_ROWS;
import static org.salesetl.quarantine.QuarantineRoutes.QUARANTINE_LAST_ROWS;
import static org.salesetl.quarantine.QuarantineRoutes.QUARANTINE_ROWS;
import static org.salesetl.quarantine.QuarantineRoutes.SETTLE_RETURNED_ROWS;

import java.util.Map;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.salesetl.archive.Archive;
import org.salesetl.archive.Rejects;
import org.salesetl.bulk.LoadConnection;
import org.salesetl.intake.Drops;
import org.salesetl.intake.Inbox;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.ledger.LedgerEntries;
import org.salesetl.ledger.RunLock;
import org.salesetl.outage.Waiting;
import org.salesetl.warehouse.DimensionKeys;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The way of one file, from its claim to the archive. */
@Component
public class LoadFileRoutes extends EndpointRouteBuilder {

    static final String LOAD_FILE = "load-file";
    static final String LOAD_NEW_FILE = "load-new-file";
    static final String COMMIT_ROWS = "commit-rows";
    static final String READ_AND_LOAD_ROWS = "read-and-load-rows";
    static final String READ_LAYOUT = "read-layout";
    static final String READ_AS_ORIGIN = "read-as-origin";
    static final String LOAD_ROWS = "load-rows";
    static final String TRY_TO_LOAD_ROWS = "try-to-load-rows";
    static final String READ_ROWS = "read-rows";
    static final String LOAD_OPENED_FILE = "load-opened-file";
    static final String LOAD_VERDICTS = "load-verdicts";
    static final String OPEN_BOOKS = "open-books";
    static final String CLOSE_BOOKS = "close-books";
    static final String ARCHIVE_FILE = "archive-file";
    static final String WRITE_REJECTS = "write-rejects";
    static final String KEEP_REPEATED_FILE = "keep-repeated-file";

    /**
     * The body of a statement that finds all it needs in variables. It looks for a map in the body first, and Camel's search for a
     * way to make one of something else takes longer than the statement.
     */
    private static final Map<String, Object> NO_PARAMETERS = Map.of();

    private final InHandPolicy inHand;

    LoadFileRoutes(InHandPolicy inHand) {
        this.inHand = inHand;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(LOAD_FILE))
                .routeId(LOAD_FILE)
                .errorHandler(defaultErrorHandler())
                .routeConfigurationId(FileErrorPolicy.LOADING)
                .setVariable("claimed", body())
                .bean(CurrentRun.class, "nextFile")
                .setVariable("drop", method(Drops.class, "unread"))
                .bean(Drops.class, "identify(${variable.claimed})")
                .setVariable("drop", body())
                .setVariable("sha256", simple("${variable.drop.sha256}"))
                .setBody(constant(NO_PARAMETERS))
                .to(sql("classpath:sql/ledger/find-loaded-file.sql").outputType("SelectOne"))
                .setVariable("earlier", body())
                .choice()
                    .when(simple("${variable.earlier} == null"))
                        .to(direct(LOAD_NEW_FILE))
                        .to(direct(ARCHIVE_FILE))
                        // committed by a run that died before it could archive the file
                    .when(simple("${variable.earlier[archived_as]} == null"))
                        .setVariable("fileId", simple("${variable.earlier[file_id]}"))
                        .to(direct(ARCHIVE_FILE))
                    .otherwise()
                        .to(direct(KEEP_REPEATED_FILE))
                .end();

        // done again from here where an outage has broken it off
        from(direct(LOAD_NEW_FILE))
                .routeId(LOAD_NEW_FILE)
                .filter(method(RunLock.class, "takeAgainIfLost"))
                    .bean(DimensionKeys.class, "forget")
                .end()
                .policy(inHand)
                    .to(direct(READ_LAYOUT))
                    .to(direct(COMMIT_ROWS))
                .end()
                .bean(Waiting.class, "end");

        from(direct(COMMIT_ROWS))
                .routeId(COMMIT_ROWS)
                .transacted()
                    .to(direct(LOAD_ROWS))
                    .bean(Drops.class, "requireUnchanged(${variable.drop})")
                    .bean(RunLock.class, "requireHeld")
                .end();

        // in a transaction that goes on after it
        from(direct(READ_AND_LOAD_ROWS))
                .routeId(READ_AND_LOAD_ROWS)
                .policy(inHand)
                    .to(direct(READ_LAYOUT))
                    .to(direct(LOAD_ROWS))
                .end();

        from(direct(READ_LAYOUT))
                .routeId(READ_LAYOUT)
                .bean(Drops.class, "layout(${variable.drop})")
                .setVariable("layout", body())
                .filter(simple("${variable.layout.rejects}"))
                    .to(direct(READ_AS_ORIGIN))
                .end()
                .filter(simple("${variable.layout.undecided}"))
                    .setVariable("headerHash", simple("${variable.layout.headerHash}"))
                    .setBody(constant(NO_PARAMETERS))
                    .to(sql("classpath:sql/ledger/select-date-order.sql").outputType("SelectOne"))
                    .bean(Drops.class, "decided(${variable.layout}, ${body})")
                    .setVariable("layout", body())
                .end();

        // rows that come back are written as in the file that they are from, however few they are
        from(direct(READ_AS_ORIGIN))
                .routeId(READ_AS_ORIGIN)
                .setVariable("returnedRow", method(Drops.class, "firstReturnedRow(${variable.drop}, ${variable.layout})"))
                .setBody(constant(NO_PARAMETERS))
                .to(sql("classpath:sql/quarantine/select-origin.sql").outputType("SelectOne"))
                .filter(body().isNotNull())
                    .bean(Drops.class, "asOrigin(${variable.layout}, ${body})")
                    .setVariable("layout", body())
                .end();

        from(direct(LOAD_ROWS))
                .routeId(LOAD_ROWS)
                .doTry()
                    .to(direct(TRY_TO_LOAD_ROWS))
                .doCatch(DuplicateKeyException.class)
                    .log("Run ${variable.run.id}: ${variable.drop.shownName} has sales that are known: it is compared with them")
                    .setVariable("someAreKnown", constant(true))
                    .to(direct(TRY_TO_LOAD_ROWS))
                .end();

        from(direct(TRY_TO_LOAD_ROWS))
                .routeId(TRY_TO_LOAD_ROWS)
                .transacted(SavepointPolicy.NAME)
                    .doTry()
                        .bean(LoadConnection.class, "begin")
                        .to(direct(OPEN_BOOKS))
                        .to(direct(LOAD_OPENED_FILE))
                    .doFinally()
                        .bean(FileLoads.class, "close(${variable.load})")
                        .bean(LoadConnection.class, "end")
                        .to(sql("classpath:sql/warehouse/check-keys.sql"))
                    .end()
                .end();

        from(direct(LOAD_OPENED_FILE))
                .routeId(LOAD_OPENED_FILE)
                .filter(simple("${variable.layout.wide}"))
                    .to(direct(WideFileRoutes.LOAD_DESCRIBED_DIMENSIONS))
                .end()
                .setVariable("verdictsGoTo", constant(LOAD_VERDICTS))
                .toD("direct:open-stage-${variable.layout.kind.label}")
                .to(direct(READ_ROWS))
                .toD("direct:close-stage-${variable.layout.kind.label}")
                .to(direct(QUARANTINE_LAST_ROWS))
                .toD("direct:merge-${variable.layout.kind.label}")
                .filter(simple("${variable.layout.rejects}"))
                    .to(direct(SETTLE_RETURNED_ROWS))
                .end()
                .to(direct(CLOSE_BOOKS));

        from(direct(OPEN_BOOKS))
                .routeId(OPEN_BOOKS)
                .bean(
                        LedgerEntries.class,
                        "loading(${variable.drop}, ${variable.layout}, ${variable.run}, ${variable.archivedAs})")
                .to(sql("classpath:sql/ledger/insert-file.sql"))
                .to(sql("classpath:sql/ledger/last-insert-id.sql").outputType("SelectOne"))
                .setVariable("fileId", body())
                .bean(FileLoads.class, "open(${body}, ${variable.drop}, ${variable.layout})")
                .setVariable("load", body());

        from(direct(READ_ROWS))
                .routeId(READ_ROWS)
                .setBody(method(Drops.class, "chunks(${variable.drop}, ${variable.layout})"))
                .split(body())
                    .streaming()
                    .stopOnException()
                    .setVariable("chunk", body())
                    .bean(CurrentRun.class, "requireGoing")
                    .bean(LoadProgress.class, "read(${variable.chunk})")
                    .setBody(simple("${body.text}"))
                    .toD("dataformat:${variable.layout.csvFormat}:unmarshal")
                    .bean(RowJudge.class, "judge(${body}, ${variable.chunk}, ${variable.load})")
                    .toD("direct:${variable.verdictsGoTo}")
                .end();

        from(direct(LOAD_VERDICTS))
                .routeId(LOAD_VERDICTS)
                .setVariable("verdicts", body())
                .setBody(simple("${variable.verdicts.rejected}"))
                .to(direct(QUARANTINE_ROWS))
                .filter(simple("${variable.layout.rejects}"))
                    .setBody(simple("${variable.verdicts.returned}"))
                    .to(direct(NOTE_RETURNED_ROWS))
                .end()
                .setBody(simple("${variable.verdicts.accepted}"))
                .toD("direct:stage-${variable.layout.kind.label}");

        from(direct(CLOSE_BOOKS))
                .routeId(CLOSE_BOOKS)
                .setBody(simple("${variable.load.books.parameters}"))
                .to(sql("classpath:sql/ledger/close-books.sql"))
                .setBody(simple("${variable.load.books.reasonParameters}"))
                .to(sql("classpath:sql/ledger/insert-reason.sql").batch(true))
                .log(
                        "Run ${variable.run.id}: ${variable.drop.shownName} (${variable.layout.kind.label}): ${variable.load.books}");

        from(direct(ARCHIVE_FILE))
                .routeId(ARCHIVE_FILE)
                .errorHandler(defaultErrorHandler())
                .routeConfigurationId(FileErrorPolicy.ARCHIVING)
                .setBody(method(Archive.class, "keepLoaded(${variable.claimed})"))
                .setVariable("archivedAs", body())
                .setBody(constant(NO_PARAMETERS))
                .to(sql("classpath:sql/ledger/set-archived.sql"))
                .bean(Inbox.class, "forget(${variable.claimed})")
                // of a file that an earlier run had loaded, there are no books here
                .filter(simple("${variable.load} == null || ${variable.load.books.hasRejects} == true"))
                    .to(direct(WRITE_REJECTS))
                .end();

        from(direct(WRITE_REJECTS))
                .routeId(WRITE_REJECTS)
                .to(sql("classpath:sql/quarantine/select-rejects-header.sql").outputType("SelectOne"))
                .filter(body().isNotNull())
                    .setVariable("rejects", method(Rejects.class, "begin(${variable.archivedAs}, ${body})"))
                    .loopDoWhile(simple("${variable.rejects.complete} == false"))
                        .setBody(simple("${variable.rejects.nextPage}"))
                        .to(sql("classpath:sql/quarantine/select-rejects-of-file.sql"))
                        .bean(Rejects.class, "append(${variable.rejects}, ${body})")
                    .end()
                .end();

        from(direct(KEEP_REPEATED_FILE))
                .routeId(KEEP_REPEATED_FILE)
                .setBody(method(Archive.class, "keepRepeated(${variable.claimed})"))
                .bean(
                        LedgerEntries.class,
                        "alreadyLoaded(${variable.drop}, ${variable.run}, ${body}, ${variable.earlier})")
                .to(sql("classpath:sql/ledger/insert-file.sql"))
                .bean(Inbox.class, "forget(${variable.claimed})")
                .log("Run ${variable.run.id}: ${variable.drop.shownName} was loaded before, nothing has changed");
    }
    // spotless:on
}
