package org.salesetl.pipeline;

import static org.salesetl.TypedSteps.failure;
import static org.salesetl.load.Variables.CLAIM;
import static org.salesetl.load.Variables.RUN;

import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.jspecify.annotations.Nullable;
import org.salesetl.OutOfMemory;
import org.salesetl.inbox.DeadlyFileException;
import org.salesetl.inbox.DropChangedException;
import org.salesetl.layout.HeldBackFileException;
import org.salesetl.ledger.CurrentRun;
import org.salesetl.ledger.NewerVersion;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.StoppedFileException;
import org.salesetl.load.Claim;
import org.salesetl.load.StaleEventsException;
import org.salesetl.outage.Outage;
import org.salesetl.outage.Waiting;
import org.salesetl.text.DropGoneException;
import org.salesetl.text.RefusedFileException;
import org.springframework.stereotype.Component;

/**
 * What happens to a file that did not load. Nothing of it is in the warehouse, since its load was one transaction.
 *
 * <p>An {@link Outage} is nobody's fault: the step that met it is repeated, after longer and longer pauses, for as long as it
 * takes. After any other failure the file is set aside with the reason beside it, and the run goes on with the next file.
 */
@Component
public class FileErrorPolicy extends RouteConfigurationBuilder {

    /** For the steps until the file's rows are committed. */
    static final String LOADING = "loading-error-policy";

    /** For the steps after that: the file only needs archiving, which the next run can do. */
    static final String ARCHIVING = "archiving-error-policy";

    /** For steps that must be done in any case, even in a cancelled run. They are repeated until nothing prevents them. */
    public static final String WAITING = "waiting-error-policy";

    /** For steps that wait equally long but need not be finished: a reload, the claim of a file. */
    public static final String OPTIONAL = "optional-error-policy";

    private static final int FIRST_PAUSE_MILLIS = 1_000;
    private static final int LONGEST_PAUSE_MILLIS = 15_000;

    private final Waiting waiting;
    private final CurrentRun currentRun;
    private final NewerVersion newerVersion;

    FileErrorPolicy(Waiting waiting, CurrentRun currentRun, NewerVersion newerVersion) {
        this.newerVersion = newerVersion;
        this.waiting = waiting;
        this.currentRun = currentRun;
    }

    // spotless:off: indented by nesting
    @Override
    public void configuration() {
        RouteConfigurationDefinition loading = routeConfiguration(LOADING);
        loading
                .onException(OutOfMemoryError.class)
                    .process(exchange -> OutOfMemory.endProcessIfCauseOf(failure(exchange)))
                .end()
                // nothing that fails now can take the rows back
                .onException(Exception.class)
                    .onWhen(FileErrorPolicy::isCommitted)
                    .handled(true)
                    .to("direct:" + FileErrorRoutes.ARCHIVE_FILE_LATER)
                .end()
                // the newer version reads the file with its own tables
                .onException(Exception.class)
                    .onWhen(exchange -> newerVersion.hasCome())
                    .handled(true)
                    .to("direct:" + FileErrorRoutes.LEAVE_FILE_CLAIMED)
                .end()
                .onException(RefusedFileException.class)
                    .handled(true)
                    .to("direct:" + FileErrorRoutes.KEEP_REFUSED_FILE)
                .end()
                .onException(HeldBackFileException.class)
                    .handled(true)
                    .to("direct:" + FileErrorRoutes.HOLD_FILE_BACK)
                .end()
                .onException(StaleEventsException.class)
                    .handled(true)
                    .to("direct:" + FileErrorRoutes.LEAVE_STALE_EVENTS)
                .end()
                // the broker still has the events
                .onException(DropGoneException.class, DropChangedException.class)
                    .onWhen(FileErrorPolicy::isOfEvents)
                    .handled(true)
                    .to("direct:" + FileErrorRoutes.LEAVE_STALE_EVENTS)
                .end()
                .onException(DropGoneException.class)
                    .handled(true)
                    .to("direct:" + FileErrorRoutes.NOTE_GONE_FILE)
                .end()
                .onException(DropChangedException.class)
                    .handled(true)
                    .to("direct:" + FileErrorRoutes.PUT_FILE_BACK)
                .end()
                .onException(StoppedFileException.class, DeadlyFileException.class)
                    .handled(true)
                    .to("direct:" + FileErrorRoutes.SET_ASIDE_FILE)
                .end()
                .onException(Exception.class)
                    .onWhen(this::isStopped)
                    .handled(true)
                    .to("direct:" + FileErrorRoutes.SET_ASIDE_FILE)
                .end();
        waitForOutages(loading)
                .handled(true)
                .choice()
                    .when(this::isStopped)
                        .to("direct:" + FileErrorRoutes.SET_ASIDE_FILE)
                    .otherwise()
                        .to("direct:" + FileErrorRoutes.LEAVE_FILE_CLAIMED)
                .end();
        loading
                .onException(Exception.class)
                    .handled(true)
                    .to("direct:" + FileErrorRoutes.KEEP_FAILED_FILE)
                .end();

        RouteConfigurationDefinition archiving = routeConfiguration(ARCHIVING);
        waitForOutages(
                        archiving,
                        exchange -> outage(exchange) != null && outage(exchange) != Outage.DISK_FULL,
                        this::mayTryAgain)
                .handled(true)
                .to("direct:" + FileErrorRoutes.LEAVE_FILE_CLAIMED);
        archiving
                .onException(Exception.class)
                    .handled(true)
                    .to("direct:" + FileErrorRoutes.ARCHIVE_FILE_LATER)
                .end();

        waitForOutages(routeConfiguration(OPTIONAL));
        waitForOutages(
                routeConfiguration(WAITING),
                exchange -> outage(exchange) != null,
                exchange -> !exchange.getContext().isStopping());
    }
    // spotless:on

    private OnExceptionDefinition waitForOutages(RouteConfigurationDefinition configuration) {
        return waitForOutages(configuration, exchange -> outage(exchange) != null, this::mayTryAgain);
    }

    /** Ends early only if the service stops or, with some of the policies, if somebody cancels the run. */
    private OnExceptionDefinition waitForOutages(
            RouteConfigurationDefinition configuration, Predicate which, Predicate again) {
        return configuration
                .onException(Exception.class)
                .onWhen(which)
                .onExceptionOccurred(this::noteOutage)
                .retryWhile(again)
                .redeliveryDelay(FIRST_PAUSE_MILLIS)
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .maximumRedeliveryDelay(LONGEST_PAUSE_MILLIS)
                .logExhausted(false);
    }

    private void noteOutage(Exchange exchange) {
        Run run = exchange.getVariable(RUN, Run.class);
        waiting.begin(run == null ? "A run" : "Run " + run.id(), failure(exchange));
    }

    private boolean mayTryAgain(Exchange exchange) {
        return !isStopped(exchange) && !exchange.getContext().isStopping();
    }

    private boolean isStopped(Exchange exchange) {
        return currentRun.stopped() != null;
    }

    private static boolean isCommitted(Exchange exchange) {
        Claim claim = exchange.getVariable(CLAIM, Claim.class);
        return claim != null && claim.isCommitted();
    }

    private static boolean isOfEvents(Exchange exchange) {
        Claim claim = exchange.getVariable(CLAIM, Claim.class);
        return claim != null && claim.isOfEvents();
    }

    private static @Nullable Outage outage(Exchange exchange) {
        return Outage.of(failure(exchange));
    }
}
