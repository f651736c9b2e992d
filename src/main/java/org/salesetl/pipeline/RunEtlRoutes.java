package org.salesetl.pipeline;

import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.salesetl.intake.Inbox;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.RunInProgressException;
import org.salesetl.ledger.RunLock;
import org.salesetl.outage.Waiting;
import org.salesetl.warehouse.DimensionKeys;
import org.springframework.stereotype.Component;

/** The one seam where every trigger ends: a run takes the lock, loads what waits, and closes its entry in the ledger. */
@Component
public class RunEtlRoutes extends EndpointRouteBuilder {

    /**
     * Starts a run and returns at once. Takes a {@link org.salesetl.ledger.RunRequest} and gives the
     * {@link org.salesetl.ledger.Run}.
     * Fails with a {@link org.salesetl.ledger.RunInProgressException} while one is
     * going on.
     */
    public static final String RUN_ETL = "run-etl";

    /**
     * Starts a run for what has just come in, if none is going on: the next one will see it. Takes a
     * {@link org.salesetl.ledger.RunRequest}.
     */
    static final String RUN_SOON = "run-soon";

    static final String TELL_RUNNING_RUN = "tell-running-run";
    static final String OPEN_RUN = "open-run";
    static final String INSERT_RUN = "insert-run";
    static final String CLOSE_DEAD_RUNS = "close-dead-runs";
    static final String PERFORM_RUN = "perform-run";
    static final String LOAD_INBOX = "load-inbox";
    static final String CLAIM_FILE = "claim-file";
    static final String CLOSE_RUN = "close-run";
    static final String FINISH_RUN = "finish-run";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(RUN_ETL))
                .routeId(RUN_ETL)
                .setVariable("runRequest", body())
                .setBody(method(RunLock.class, "acquire"))
                .choice()
                    .when(body().isEqualTo(false))
                        .to(direct(TELL_RUNNING_RUN))
                    .otherwise()
                        .to(direct(OPEN_RUN))
                .end();

        from(direct(RUN_SOON))
                .routeId(RUN_SOON)
                .doTry()
                    .to(direct(RUN_ETL))
                .doCatch(RunInProgressException.class)
                    .log("What has just come in waits for the next run")
                .end();

        from(direct(TELL_RUNNING_RUN))
                .routeId(TELL_RUNNING_RUN)
                .to(sql("classpath:sql/ledger/find-running-run.sql").outputType("SelectOne"))
                .bean(Runs.class, "refuse");

        from(direct(OPEN_RUN))
                .routeId(OPEN_RUN)
                .doTry()
                    .to(direct(INSERT_RUN))
                    .bean(Waiting.class, "end")
                    .to(seda(PERFORM_RUN).waitForTaskToComplete("Never"))
                .doCatch(Exception.class)
                    .bean(Runs.class, "giveUp(${exception})")
                .end();

        from(direct(INSERT_RUN))
                .routeId(INSERT_RUN)
                .transacted()
                .to(sql("classpath:sql/ledger/close-interrupted-runs.sql"))
                .bean(Runs.class, "parameters(${variable.runRequest})")
                .to(sql("classpath:sql/ledger/insert-run.sql"))
                .to(sql("classpath:sql/ledger/last-insert-id.sql").outputType("SelectOne"))
                .bean(Runs.class, "opened(${body}, ${variable.runRequest})");

        // who gets the lock is the only one running: a run that still says so died with its process
        from(direct(CLOSE_DEAD_RUNS))
                .routeId(CLOSE_DEAD_RUNS)
                .to(sql("classpath:sql/ledger/find-running-run.sql").outputType("SelectOne"))
                .setVariable("deadRun", body())
                .filter(body().isNotNull())
                    .setBody(method(RunLock.class, "acquire"))
                    .filter(body().isEqualTo(true))
                        .doTry()
                            .to(sql("classpath:sql/ledger/close-interrupted-runs.sql"))
                            .log(LoggingLevel.WARN, "Run ${variable.deadRun} was interrupted; the page of that run says what it left")
                        .doFinally()
                            .bean(RunLock.class, "release")
                        .end()
                    .end()
                .end();

        from(seda(PERFORM_RUN))
                .routeId(PERFORM_RUN)
                .setVariable("run", body())
                // a statement looks for a parameter that is null among the headers too, and those come from whoever asked
                .removeHeaders("*")
                .bean(DimensionKeys.class, "forget")
                .doTry()
                    .toD("direct:perform-${variable.run.request.mode.label}")
                .doCatch(Exception.class)
                    .log(LoggingLevel.ERROR, "Run ${variable.run.id} failed: ${exception.stacktrace}")
                    .setVariable("problem", method(Runs.class, "problem(${exception})"))
                    .bean(Runs.class, "failedAsAWhole(${variable.run}, ${variable.claimed}, ${variable.problem})")
                .doFinally()
                    .to(direct(CLOSE_RUN))
                .end();

        from(direct("perform-incremental"))
                .routeId(LOAD_INBOX)
                .to(direct(UnpackRoutes.UNPACK_CONTAINERS))
                .setBody(method(Inbox.class, "waiting"))
                // or Camel keeps every file's exchange, and with it all that was known of the file, to the end of the run
                .split(body())
                    .streaming()
                    .filter(this::goesOn)
                        .to(direct(CLAIM_FILE))
                        .filter(body().isNotNull())
                            .to(direct(LoadFileRoutes.LOAD_FILE))
                        .end();

        // a claimed file has a folder of its own, for which there may be no room
        from(direct(CLAIM_FILE))
                .routeId(CLAIM_FILE)
                .errorHandler(defaultErrorHandler().logExhausted(false))
                .routeConfigurationId(FileErrorPolicy.OPTIONAL)
                .bean(Inbox.class, "claim(${body})");

        from(direct(CLOSE_RUN))
                .routeId(CLOSE_RUN)
                .bean(LoadProgress.class, "done")
                .doTry()
                    .to(direct(FINISH_RUN))
                .doCatch(Exception.class)
                    .log(LoggingLevel.WARN, "Run ${variable.run.id} could not be closed, which the next start does: ${exception.message}")
                .doFinally()
                    .bean(CurrentRun.class, "end")
                    .bean(RunLock.class, "release")
                .end();

        // a run that has ended says so as soon as the database can note it
        from(direct(FINISH_RUN))
                .routeId(FINISH_RUN)
                .errorHandler(defaultErrorHandler().logExhausted(false))
                .routeConfigurationId(FileErrorPolicy.WAITING)
                .bean(Runs.class, "closingParameters(${variable.run})")
                .to(sql("classpath:sql/ledger/finish-run.sql"))
                .bean(Waiting.class, "end")
                .log("Run ${variable.run.id} ${variable.run.outcome}");
    }
    // spotless:on

    /** A service that stops, and a run that was cancelled, leave what they have not begun. */
    private boolean goesOn(Exchange exchange) {
        return !exchange.getContext().isStopping()
                && !exchange.getVariable("run", Run.class).isCancelled();
    }
}
