package org.salesetl.run;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.file;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.scheduler;
import static org.salesetl.ScheduledRoutes.cron;
import static org.salesetl.ScheduledRoutes.due;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.EndpointConsumerBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFileFilter;
import org.salesetl.SalesEtlProperties;
import org.salesetl.event.EventSpool;
import org.salesetl.inbox.CheckFolder;
import org.salesetl.inbox.Inbox;
import org.salesetl.inbox.PartFolders;
import org.salesetl.ledger.NewerVersionException;
import org.salesetl.ledger.RunInProgressException;
import org.salesetl.ledger.RunLock;
import org.salesetl.ledger.RunRequest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.ledger.RunRequest.Trigger;
import org.salesetl.ledger.ScheduledJobs;
import org.salesetl.outage.Outage;
import org.salesetl.outage.Waiting;
import org.salesetl.pipeline.LeftOvers;
import org.springframework.stereotype.Component;

/**
 * Starts runs without a request: for files in the inbox and in {@code inbox/check}, for files that an earlier run left claimed,
 * and by the clock.
 */
@Component
public class TriggerRoutes extends RouteBuilder {

    static final String WATCH_INBOX = "watch-inbox";
    static final String WATCH_CHECKS = "watch-checks";
    static final String WATCH_FOLDERS = "watch-folders";
    /** The route that begins a run for files that an earlier run left claimed. */
    public static final String RESUME_CLAIMED_FILES = "resume-claimed-files";

    static final String SCHEDULE_RUNS = "schedule-runs";

    static final String WATCH_EVENTS = "watch-events";

    private static final int EVENTS_MILLIS = 100;

    /** After this time, another instance may have ended its run. */
    private static final Duration RUN_OF_OTHERS = Duration.ofMillis(400);

    private static final int RESUME_MILLIS = 2_000;

    private final SalesEtlProperties properties;
    private final Inbox inbox;
    private final CheckFolder checkFolder;
    private final PartFolders folders;
    private final Waiting waiting;
    private final Runs runs;
    private final RunLock lock;
    private final LeftOvers leftOvers;
    private final EventSpool events;
    private final ScheduledJobs jobs;

    TriggerRoutes(
            SalesEtlProperties properties,
            Inbox inbox,
            CheckFolder checkFolder,
            PartFolders folders,
            Waiting waiting,
            Runs runs,
            RunLock lock,
            LeftOvers leftOvers,
            EventSpool events,
            ScheduledJobs jobs) {
        this.jobs = jobs;
        this.properties = properties;
        this.inbox = inbox;
        this.checkFolder = checkFolder;
        this.folders = folders;
        this.waiting = waiting;
        this.runs = runs;
        this.lock = lock;
        this.leftOvers = leftOvers;
        this.events = events;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        onException(RunInProgressException.class, NewerVersionException.class).handled(true).log(LoggingLevel.DEBUG, "${exception.message}");
        // the next look tries again
        onException(Exception.class)
                .onWhen(exchange -> Outage.of(exchange.getException()) != null)
                .handled(true)
                .process(exchange -> waiting.begin(
                        "A run", exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)));

        if (!properties.watch().isZero()) {
            from(filesToCheck())
                    .routeId(WATCH_CHECKS)
                    .filter(exchange -> runs.mayStart())
                        .setBody(constant(new RunRequest(Trigger.WATCH, Mode.CHECK)))
                        .to(direct(RunEtlRoutes.RUN_ETL))
                    .end();

            // the component that reads files passes folders over
            from(scheduler(WATCH_FOLDERS).delay(properties.watch().toMillis()))
                    .routeId(WATCH_FOLDERS)
                    .filter(exchange -> runs.mayStart() && folders.areWaiting())
                        .setBody(constant(new RunRequest(Trigger.WATCH, Mode.INCREMENTAL)))
                        .to(direct(RunEtlRoutes.RUN_ETL))
                    .end();

            from(completeDrops())
                    .routeId(WATCH_INBOX)
                    .filter(exchange -> runs.mayStart())
                        .setBody(constant(new RunRequest(Trigger.WATCH, Mode.INCREMENTAL)))
                        .to(direct(RunEtlRoutes.RUN_ETL))
                    .end();
        }

        if (properties.kafka().readsTopics()) {
            from(scheduler(WATCH_EVENTS).delay(EVENTS_MILLIS))
                    .routeId(WATCH_EVENTS)
                    .filter(exchange -> runs.mayStart() && events.isWaiting())
                        .setBody(constant(new RunRequest(Trigger.EVENTS, Mode.INCREMENTAL)))
                        .doTry()
                            .to(direct(RunEtlRoutes.RUN_ETL))
                        .doCatch(RunInProgressException.class, NewerVersionException.class)
                            .process(exchange -> events.giveWay(RUN_OF_OTHERS))
                        .end()
                    .end();
        }

        // runs soon after the start, and then regularly for files that wait for room in the archive or that another instance left
        from(scheduler(RESUME_CLAIMED_FILES).delay(RESUME_MILLIS)).routeId(RESUME_CLAIMED_FILES)
                .filter(exchange -> lock.isFree())
                .to(direct(RunEtlRoutes.CLOSE_DEAD_RUNS))
                // the database has answered, so the wait is over
                .process(exchange -> waiting.end())
                .filter(exchange -> leftOvers.canGoOn())
                    .setBody(constant(new RunRequest(Trigger.WATCH, Mode.INCREMENTAL)))
                    .to(direct(RunEtlRoutes.RUN_ETL))
                    .log("An earlier run was interrupted: its files are loaded now")
                .end();

        if (!properties.schedule().isBlank()) {
            from(cron("runs", properties.schedule(), properties.zone()))
                    .routeId(SCHEDULE_RUNS)
                    .filter(exchange -> jobs.has(SCHEDULE_RUNS, due(exchange)))
                        .setBody(constant(new RunRequest(Trigger.SCHEDULE, Mode.INCREMENTAL)))
                        .to(direct(RunEtlRoutes.RUN_ETL))
                    .end();
        }
    }
    // spotless:on

    private EndpointConsumerBuilder filesToCheck() {
        return onePerLook(
                checkFolder.path(), file -> checkFolder.isReady(file.getFile().toPath()));
    }

    private EndpointConsumerBuilder completeDrops() {
        return onePerLook(inbox.folder(), file -> inbox.isReady(file.getFile()));
    }

    /**
     * One exchange for each look is enough: the run finds every file itself. Nothing is locked, moved or remembered here, since
     * the run claims files under the lease and the ledger knows them by their content.
     */
    private EndpointConsumerBuilder onePerLook(Path folder, GenericFileFilter<File> ready) {
        return file(folder.toString())
                .filter(ready)
                .maxMessagesPerPoll(1)
                .noop(true)
                .idempotent(false)
                .delay(properties.watch().toMillis());
    }
}
