package org.salesetl.pipeline;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.salesetl.TypedSteps.asBefore;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.onUpdate;
import static org.salesetl.TypedSteps.tellRow;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.TypedSteps.tellValue;
import static org.salesetl.TypedSteps.withValue;
import static org.salesetl.load.KeyCheckRoutes.CHECK_KEYS;
import static org.salesetl.load.Variables.CLAIM;
import static org.salesetl.quarantine.QuarantineRoutes.SETTLE_RETURNED_ROWS;

import org.apache.camel.Predicate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlEndpointBuilder;
import org.salesetl.bulk.LoadConnection;
import org.salesetl.inbox.Drops;
import org.salesetl.layout.Answers;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.ledger.RunLock;
import org.salesetl.load.Claim;
import org.salesetl.load.FileLoad;
import org.salesetl.load.FileLoads;
import org.salesetl.load.LoadMeters;
import org.salesetl.load.LoadSteps;
import org.salesetl.load.LogContext;
import org.salesetl.outage.Waiting;
import org.salesetl.registry.RegistryRoutes;
import org.salesetl.transaction.SavepointPolicy;
import org.salesetl.vocabulary.Kind;
import org.salesetl.warehouse.DimensionKeys;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The way of one file, from its claim to the close of its books. */
@Component
public class LoadFileRoutes extends RouteBuilder {

    /** Takes a {@link Claim}, and brings the file to its end, whichever that is. */
    public static final String LOAD_FILE = "load-file";

    /** Takes a {@link Claim}, and loads the file in the current transaction. */
    public static final String READ_AND_LOAD_ROWS = "read-and-load-rows";

    /** Takes a {@link Claim}, and finds out how to read the file. */
    public static final String READ_LAYOUT = "read-layout";

    static final String BRING_TO_END = "bring-to-end";
    static final String LOAD_NEW_FILE = "load-new-file";
    static final String COMMIT_ROWS = "commit-rows";
    static final String READ_AS_ORIGIN = "read-as-origin";
    static final String COMPARE_ORDERS = "compare-orders";
    static final String LOAD_ROWS = "load-rows";
    static final String TRY_TO_LOAD_ROWS = "try-to-load-rows";
    static final String LOAD_OPENED_FILE = "load-opened-file";
    static final String OPEN_BOOKS = "open-books";
    static final String ENTER_EVENTS = "enter-events";
    static final String CLOSE_BOOKS = "close-books";

    private final InHandPolicy inHand;
    private final CurrentRun currentRun;
    private final RunLock lock;
    private final Drops drops;
    private final DimensionKeys keys;
    private final FileLoads loads;
    private final LoadConnection connection;
    private final Waiting waiting;
    private final LoadMeters meters;

    LoadFileRoutes(
            InHandPolicy inHand,
            CurrentRun currentRun,
            RunLock lock,
            Drops drops,
            DimensionKeys keys,
            FileLoads loads,
            LoadConnection connection,
            Waiting waiting,
            LoadMeters meters) {
        this.inHand = inHand;
        this.currentRun = currentRun;
        this.lock = lock;
        this.drops = drops;
        this.keys = keys;
        this.loads = loads;
        this.connection = connection;
        this.waiting = waiting;
        this.meters = meters;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(LOAD_FILE))
                .routeId(LOAD_FILE)
                .errorHandler(defaultErrorHandler())
                .routeConfigurationId(FileErrorPolicy.LOADING)
                .setVariable(CLAIM, body())
                .process(on(Claim.class, LogContext::turnTo))
                // those on the file before: this one may wait for room on the disk
                .to(direct(LoadSteps.FORGET_VERDICTS))
                .process(exchange -> currentRun.nextFile())
                .process(on(Claim.class, claim -> claim.identified(drops.identify(claim.path()))))
                .to(direct(BRING_TO_END));

        // after an outage, the work starts again here: the outage may have come after the commit
        from(direct(BRING_TO_END))
                .routeId(BRING_TO_END)
                .setBody(variable(CLAIM))
                .enrich(query("pipeline/find-loaded-file"), tellRow(Claim.class, Claim::foundEarlier))
                .choice()
                    .when(is(Claim.class, Claim::isNew))
                        .to(direct(LOAD_NEW_FILE))
                        .to(direct(ArchiveRoutes.ARCHIVE_FILE))
                        // a run committed these rows, but died before it could archive the file
                    .when(is(Claim.class, Claim::isLoadedOnly))
                        .to(direct(ArchiveRoutes.ARCHIVE_FILE))
                    .otherwise()
                        .to(direct(ArchiveRoutes.KEEP_REPEATED_FILE))
                .end();

        from(direct(LOAD_NEW_FILE))
                .routeId(LOAD_NEW_FILE)
                .filter(is(Claim.class, claim -> lock.takeAgainIfLost()))
                    .process(on(Claim.class, claim -> keys.forget()))
                .end()
                // here no transaction goes on that would show an older state
                .enrich(direct(RegistryRoutes.REFRESH_MAPPINGS), asBefore())
                .policy(inHand)
                    .to(direct(READ_LAYOUT))
                    .to(direct(LoadSteps.JUDGE_ON_CLUSTER))
                    .to(direct(COMMIT_ROWS))
                .end()
                .process(on(Claim.class, claim -> waiting.end()));

        from(direct(COMMIT_ROWS))
                .routeId(COMMIT_ROWS)
                .transacted()
                    .process(on(Claim.class, Claim::noteCommit))
                    .to(direct(LOAD_ROWS))
                    .process(on(Claim.class, claim -> drops.requireUnchanged(claim.drop())))
                    .process(on(Claim.class, claim -> lock.requireHeld()))
                    // the lease makes sure that no other commit of this file is still under way
                    .enrich(query("pipeline/find-other-load"), tellValue(Claim.class, Number.class, Claim::foundOtherLoad))
                    .process(on(Claim.class, Claim::requireNoOtherLoad))
                .end();

        // the transaction goes on after this
        from(direct(READ_AND_LOAD_ROWS))
                .routeId(READ_AND_LOAD_ROWS)
                .setVariable(CLAIM, body())
                .process(on(Claim.class, LogContext::turnTo))
                .policy(inHand)
                    .to(direct(READ_LAYOUT))
                    // somebody waits for what a check says, and a job needs half a minute to begin
                    .filter(is(Claim.class, Claim::isReloaded))
                        .to(direct(LoadSteps.JUDGE_ON_CLUSTER))
                    .end()
                    .to(direct(LOAD_ROWS))
                .end();

        from(direct(READ_LAYOUT))
                .routeId(READ_LAYOUT)
                .process(on(Claim.class, claim -> claim.read(drops.recognised(claim.drop(), claim.mapping()))))
                .enrich(sql("classpath:sql/pipeline/select-answers.sql"), tellRows(Claim.class, (claim, rows) -> claim.answered(Answers.of(rows))))
                .enrich(query("pipeline/select-currency"), tellValue(Claim.class, String.class, Claim::foundCurrency))
                .filter(is(Claim.class, claim -> !claim.isReloaded()))
                    .process(on(Claim.class, claim -> drops.requireSameCurrency(claim.layout(), claim.warehouseCurrency())))
                .end()
                .process(on(Claim.class, claim -> claim.read(drops.layout(claim.drop(), claim.layout(), claim.mapping(), claim.answers()))))
                .filter(is(Claim.class, claim -> claim.layout().rejects()))
                    .to(direct(READ_AS_ORIGIN))
                .end()
                .filter(is(Claim.class, Claim::mayRepeatNumbers))
                    .to(direct(COMPARE_ORDERS))
                .end()
                .process(on(Claim.class, claim -> claim.read(drops.decided(claim.layout(), claim.warehouseCurrency()))));

        // rows that come back are written as in their original file; they alone may be too few to tell how
        from(direct(READ_AS_ORIGIN))
                .routeId(READ_AS_ORIGIN)
                .process(on(Claim.class, claim -> claim.bringsBack(drops.firstReturnedRow(claim.drop(), claim.layout()))))
                .enrich(query("pipeline/select-origin"), tellRow(Claim.class, (claim, origin) ->
                        claim.read(drops.asOrigin(claim.layout(), origin, claim.answers()))));

        // the receipts of one day do not tell that their numbers start again; those of the day before do
        from(direct(COMPARE_ORDERS))
                .routeId(COMPARE_ORDERS)
                .process(on(Claim.class, claim -> claim.brings(drops.firstOrders(claim.drop(), claim.layout(), claim.answers()))))
                .filter(is(Claim.class, Claim::bringsOrders))
                    .enrich(query("pipeline/compare-first-orders"), tellRow(Claim.class, Claim::comparedOrders))
                .end();

        from(direct(LOAD_ROWS))
                .routeId(LOAD_ROWS)
                .doTry()
                    .to(direct(TRY_TO_LOAD_ROWS))
                .doCatch(DuplicateKeyException.class)
                    .setBody(variable(CLAIM))
                    .log("Run ${body.run.id}: ${body.shownName} has sales that are known: it is compared with them")
                    .process(on(Claim.class, Claim::compare))
                    .to(direct(TRY_TO_LOAD_ROWS))
                .end();

        from(direct(TRY_TO_LOAD_ROWS))
                .routeId(TRY_TO_LOAD_ROWS)
                .transacted(SavepointPolicy.NAME)
                    .doTry()
                        .process(on(Claim.class, claim -> connection.begin()))
                        .to(direct(OPEN_BOOKS))
                        .to(direct(LOAD_OPENED_FILE))
                    .doFinally()
                        .setBody(variable(CLAIM))
                        .process(on(Claim.class, claim -> loads.close(claim.load())))
                        .process(on(Claim.class, claim -> connection.end()))
                        .to(direct(CHECK_KEYS))
                    .end()
                .end();

        from(direct(LOAD_OPENED_FILE))
                .routeId(LOAD_OPENED_FILE)
                .filter(is(FileLoad.class, FileLoad::namesCurrency))
                    .to(sql("classpath:sql/pipeline/set-currency.sql"))
                    .to(sql("classpath:sql/pipeline/set-currency-of-rates.sql"))
                    .to(sql("classpath:sql/pipeline/set-currency-of-rates-files.sql"))
                .end()
                .choice()
                    .when(brings(Kind.RATES))
                        .to(direct(LoadSteps.load(Kind.RATES)))
                    .when(brings(Kind.CUSTOMERS))
                        .to(direct(LoadSteps.load(Kind.CUSTOMERS)))
                    .when(brings(Kind.PRODUCTS))
                        .to(direct(LoadSteps.load(Kind.PRODUCTS)))
                    .otherwise()
                        .to(direct(LoadSteps.load(Kind.SALES)))
                .end()
                .filter(is(FileLoad.class, FileLoad::isOfRejects))
                    .to(direct(SETTLE_RETURNED_ROWS))
                .end()
                .to(direct(CLOSE_BOOKS));

        from(direct(OPEN_BOOKS))
                .routeId(OPEN_BOOKS)
                .process(on(Claim.class, Claim::entersLoaded))
                .to(sql("classpath:sql/pipeline/insert-mapping-version.sql"))
                .to(sql("classpath:sql/pipeline/insert-file.sql"))
                .to(direct(ENTER_EVENTS))
                .enrich(query("last-insert-id"), withValue(Claim.class, Number.class, loads::open));

        // in the transaction of the entry and the rows of the file: events load together with their offsets, or not at all
        from(direct(ENTER_EVENTS))
                .routeId(ENTER_EVENTS)
                .filter(is(Claim.class, Claim::isOfEvents))
                    .to(sql("classpath:sql/pipeline/insert-event-batch.sql"))
                    .process(onUpdate(Claim.class, Claim::requireNextEvents))
                .end();

        from(direct(CLOSE_BOOKS))
                .routeId(CLOSE_BOOKS)
                .process(on(FileLoad.class, load -> load.books().requireBalanced()))
                .to(sql("classpath:sql/pipeline/close-books.sql"))
                .split(make(FileLoad.class, FileLoad::reasons))
                    .stopOnException()
                    .to(sql("classpath:sql/pipeline/insert-reason.sql"))
                .end()
                .split(make(FileLoad.class, FileLoad::leftOut))
                    .stopOnException()
                    .to(sql("classpath:sql/pipeline/insert-left-out.sql"))
                .end()
                .filter(is(FileLoad.class, FileLoad::startsOrdersOfDay))
                    .enrich(query("pipeline/find-orders-without-day"), tellValue(FileLoad.class, Number.class, FileLoad::foundOrdersWithoutDay))
                .end()
                .to(direct(OutboxRoutes.TELL_LOADED))
                .process(on(FileLoad.class, meters::countWhenCommitted))
                .log("Run ${body.claim.run.id}: ${body.drop.shownName} (${body.kind.label}): ${body.books}");
    }
    // spotless:on

    private static Predicate brings(Kind kind) {
        return is(FileLoad.class, load -> load.kind() == kind);
    }

    private SqlEndpointBuilder query(String name) {
        return sql("classpath:sql/" + name + ".sql").outputType("SelectOne");
    }
}
