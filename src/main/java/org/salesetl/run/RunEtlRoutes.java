package org.salesetl.run;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.seda;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.salesetl.TypedSteps.asBefore;
import static org.salesetl.TypedSteps.failure;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.withValue;
import static org.salesetl.load.Variables.RUN;

import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Predicate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.SqlEndpointBuilderFactory.SqlEndpointBuilder;
import org.apache.camel.component.sql.SqlConstants;
import org.salesetl.SalesEtlProperties;
import org.salesetl.archive.ReloadRefusedException;
import org.salesetl.check.CheckRoutes;
import org.salesetl.event.EventRoutes;
import org.salesetl.inbox.Inbox;
import org.salesetl.ledger.NewerVersion;
import org.salesetl.ledger.NewerVersionException;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.RunInProgressException;
import org.salesetl.ledger.RunLock;
import org.salesetl.ledger.RunRequest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.load.LoadProgress;
import org.salesetl.load.LoadSteps;
import org.salesetl.load.LogContext;
import org.salesetl.outage.Waiting;
import org.salesetl.pipeline.ClaimRoutes;
import org.salesetl.pipeline.FileErrorPolicy;
import org.salesetl.pipeline.LoadFileRoutes;
import org.salesetl.pipeline.UnpackRoutes;
import org.salesetl.registry.RegistryRoutes;
import org.salesetl.warehouse.DimensionKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The routes to which every trigger leads. A run takes the lease, loads the files that wait, and closes its entry in the ledger.
 */
@Component
public class RunEtlRoutes extends RouteBuilder {

    /**
     * Starts a run and returns at once. Takes a {@link org.salesetl.ledger.RunRequest} and returns the
     * {@link org.salesetl.ledger.Run}. Fails with a {@link org.salesetl.ledger.RunInProgressException} if another run goes on.
     */
    public static final String RUN_ETL = "run-etl";

    /**
     * Starts a run for files that have just come in. Does nothing if a run goes on, since the next run will see the files. Takes
     * a {@link org.salesetl.ledger.RunRequest}.
     */
    public static final String RUN_SOON = "run-soon";

    static final String TELL_RUNNING_RUN = "tell-running-run";
    static final String INSERT_RUN = "insert-run";
    static final String CLOSE_DEAD_RUNS = "close-dead-runs";
    static final String PERFORM_RUN = "perform-run";
    static final String PERFORM_IN_MODE = "perform-in-mode";
    static final String LOAD_INBOX = "load-inbox";

    static final String CLOSE_RUN = "close-run";
    static final String FINISH_RUN = "finish-run";

    private static final Logger log = LoggerFactory.getLogger(RunEtlRoutes.class);

    /** The variable of an exchange that has taken the lease. */
    private static final String LEASE = "lease";

    private final SalesEtlProperties properties;
    private final RunLock lock;
    private final Runs runs;
    private final EndOfRunPolicy endOfRun;
    private final Inbox inbox;
    private final DimensionKeys keys;
    private final LoadProgress progress;
    private final Waiting waiting;
    private final NewerVersion newerVersion;
    private final WhileFreePolicy whileFree;

    RunEtlRoutes(
            SalesEtlProperties properties,
            RunLock lock,
            Runs runs,
            EndOfRunPolicy endOfRun,
            Inbox inbox,
            DimensionKeys keys,
            LoadProgress progress,
            Waiting waiting,
            NewerVersion newerVersion,
            WhileFreePolicy whileFree) {
        this.whileFree = whileFree;
        this.properties = properties;
        this.newerVersion = newerVersion;
        this.lock = lock;
        this.runs = runs;
        this.endOfRun = endOfRun;
        this.inbox = inbox;
        this.keys = keys;
        this.progress = progress;
        this.waiting = waiting;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(RUN_ETL))
                .routeId(RUN_ETL)
                .doTry()
                    .process(this::takeLease)
                    .to(direct(INSERT_RUN))
                    .process(on(Run.class, run -> waiting.end()))
                    .to(seda(PERFORM_RUN).waitForTaskToComplete("Never"))
                .doCatch(LeaseTakenException.class)
                    .to(direct(TELL_RUNNING_RUN))
                .doCatch(NewerVersionException.class)
                    .process(RunEtlRoutes::refuse)
                .doCatch(Exception.class)
                    .process(this::giveUp)
                .end();

        from(direct(RUN_SOON))
                .routeId(RUN_SOON)
                .doTry()
                    .to(direct(RUN_ETL))
                .doCatch(RunInProgressException.class, NewerVersionException.class)
                    .log("What has just come in waits for the next run")
                .end();

        from(direct(TELL_RUNNING_RUN))
                .routeId(TELL_RUNNING_RUN)
                .to(query("find-running-run"))
                .process(exchange -> runs.refuse(exchange.getMessage().getBody(Integer.class)));

        from(direct(INSERT_RUN))
                .routeId(INSERT_RUN)
                .transacted()
                    .to(sql("classpath:sql/run/close-interrupted-runs.sql"))
                    .to(sql("classpath:sql/run/insert-run.sql"))
                    .enrich(query("last-insert-id"), withValue(RunRequest.class, Number.class, runs::opened))
                .end();

        // only one instance can have the lease: while this one has it, a run that is still entered as running died with
        // its process
        from(direct(CLOSE_DEAD_RUNS))
                .routeId(CLOSE_DEAD_RUNS)
                .to(query("find-running-run"))
                .filter(body().isNotNull())
                    .policy(whileFree)
                        .to(sql("classpath:sql/run/close-interrupted-runs.sql"))
                        .process(RunEtlRoutes::tellInterrupted)
                    .end()
                .end();

        from(seda(PERFORM_RUN))
                .routeId(PERFORM_RUN)
                .routePolicy(endOfRun)
                .setVariable(RUN, body())
                .doTry()
                    // a statement looks for a parameter that is null among the headers too, and the headers come from the request
                    .removeHeaders("*")
                    .process(on(Run.class, LogContext::begin))
                    .process(on(Run.class, run -> keys.forget()))
                    .enrich(direct(RegistryRoutes.REFRESH_MAPPINGS), asBefore())
                    .to(direct(PERFORM_IN_MODE))
                .doCatch(ReloadRefusedException.class)
                    .log(LoggingLevel.WARN, "Run ${variable.run.id}: ${exception.message}")
                    .process(exchange -> runs.failedAsAWhole(exchange.getVariable(RUN, Run.class), failure(exchange)))
                .doCatch(Exception.class)
                    .log(LoggingLevel.ERROR, "Run ${variable.run.id} failed: ${exception.stacktrace}")
                    .process(exchange -> runs.failedAsAWhole(exchange.getVariable(RUN, Run.class), failure(exchange)))
                .doFinally()
                    .setBody(variable(RUN))
                    .to(direct(CLOSE_RUN))
                .end();

        from(direct(PERFORM_IN_MODE))
                .routeId(PERFORM_IN_MODE)
                .choice()
                    .when(isIn(Mode.RELOAD))
                        .to(direct(ReloadRoutes.RELOAD))
                    .when(isIn(Mode.CHECK))
                        .to(direct(CheckRoutes.CHECK_INBOX))
                    .otherwise()
                        .to(direct(LOAD_INBOX))
                .end();

        from(direct(LOAD_INBOX))
                .routeId(LOAD_INBOX)
                .to(direct(UnpackRoutes.UNPACK_CONTAINERS))
                // without streaming, Camel would keep every file's exchange, and all that was known of the file, until
                // the run ends
                .split(make(Run.class, run -> inbox.waiting()))
                    .streaming()
                    .filter(this::goesOn)
                        .to(direct(ClaimRoutes.CLAIM_FILE))
                        .filter(body().isNotNull())
                            .to(direct(LoadFileRoutes.LOAD_FILE))
                        .end()
                    .end()
                .end()
                .choice()
                    .when(exchange -> properties.kafka().readsTopics() && goesOn(exchange))
                        .setBody(variable(RUN))
                        .to(direct(EventRoutes.LOAD_EVENTS))
                .end();

        from(direct(CLOSE_RUN))
                .routeId(CLOSE_RUN)
                .doTry()
                    .process(on(Run.class, run -> progress.done()))
                    .process(exchange -> LogContext.endFiles())
                    .to(direct(LoadSteps.FORGET_VERDICTS))
                    .to(direct(FINISH_RUN))
                .doCatch(Exception.class)
                    .log(LoggingLevel.WARN, "Run ${variable.run.id} could not be closed, which the next run does: ${exception.message}")
                .end();

        // the entry of a run that has ended is closed as soon as the database can take it
        from(direct(FINISH_RUN))
                .routeId(FINISH_RUN)
                .errorHandler(defaultErrorHandler().logExhausted(false))
                .routeConfigurationId(FileErrorPolicy.WAITING)
                .to(sql("classpath:sql/run/finish-run.sql"))
                .process(on(Run.class, run -> waiting.end()))
                .log("Run ${body.id} ${body.outcome}");
    }
    // spotless:on

    private void takeLease(Exchange exchange) {
        if (!lock.acquire()) {
            throw new LeaseTakenException();
        }
        exchange.setVariable(LEASE, true);
    }

    /** The run may have ended by itself before this instance took the lease. */
    private static void tellInterrupted(Exchange exchange) {
        if (exchange.getMessage().getHeader(SqlConstants.SQL_UPDATE_COUNT, 0, Integer.class) > 0) {
            log.warn(
                    "Run {} was interrupted; the page of that run says what it left",
                    exchange.getMessage().getBody());
        }
    }

    private static void refuse(Exchange exchange) throws Exception {
        throw failure(exchange);
    }

    private void giveUp(Exchange exchange) {
        if (exchange.getVariable(LEASE) != null) {
            runs.ended(null);
        }
        throw new IllegalStateException("The run could not be entered into the ledger", failure(exchange));
    }

    /**
     * Whether the run begins with another file: it does not if the service stops, if somebody has cancelled the run, or if a newer version of
     * the service has come.
     */
    private boolean goesOn(Exchange exchange) {
        return !exchange.getContext().isStopping()
                && !exchange.getVariable(RUN, Run.class).isCancelled()
                && !newerVersion.hasCome();
    }

    private static Predicate isIn(Mode mode) {
        return is(Run.class, run -> run.request().mode() == mode);
    }

    private SqlEndpointBuilder query(String name) {
        return sql("classpath:sql/" + name + ".sql").outputType("SelectOne");
    }
}
