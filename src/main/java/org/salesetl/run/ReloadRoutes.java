package org.salesetl.run;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.salesetl.TypedSteps.failure;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.load.Variables.CLAIM;
import static org.salesetl.load.Variables.RUN;

import java.io.IOException;
import java.util.Iterator;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.salesetl.archive.ArchivedFile;
import org.salesetl.archive.ArchivedFiles;
import org.salesetl.inbox.CheckFolder;
import org.salesetl.inbox.Drop;
import org.salesetl.inbox.Drops;
import org.salesetl.inbox.Inbox;
import org.salesetl.layout.HeldBackFileException;
import org.salesetl.ledger.Run;
import org.salesetl.ledger.RunLock;
import org.salesetl.load.Claim;
import org.salesetl.mapping.Mappings;
import org.salesetl.pipeline.Failures;
import org.salesetl.pipeline.FileErrorPolicy;
import org.salesetl.pipeline.LoadFileRoutes;
import org.salesetl.quarantine.QuarantineRoutes;
import org.salesetl.warehouse.DimensionKeys;
import org.springframework.stereotype.Component;

/**
 * The reload: empties the star schema and fills it again from the archived files, in one transaction. Each file is read with the
 * mapping that read it last, unless the request says otherwise. Readers see the old state until the new one is complete, and keep it
 * if a file fails.
 */
@Component
class ReloadRoutes extends RouteBuilder {

    /** Takes the {@link Run}. */
    static final String RELOAD = "reload";

    static final String FINISH_LEFT_OVERS = "finish-left-overs";
    static final String RELOAD_WAREHOUSE = "reload-warehouse";
    static final String EMPTY_WAREHOUSE = "empty-warehouse";
    static final String RELOAD_FILE = "reload-file";

    /** The current {@link ReloadPlan}. */
    private static final String PLAN = "plan";

    private final RunLock lock;
    private final Runs runs;
    private final Failures failures;
    private final Inbox inbox;
    private final CheckFolder checks;
    private final Drops drops;
    private final ArchivedFiles archivedFiles;
    private final DimensionKeys keys;
    private final Mappings mappings;

    ReloadRoutes(
            RunLock lock,
            Runs runs,
            Failures failures,
            Inbox inbox,
            CheckFolder checks,
            Drops drops,
            ArchivedFiles archivedFiles,
            DimensionKeys keys,
            Mappings mappings) {
        this.lock = lock;
        this.runs = runs;
        this.failures = failures;
        this.inbox = inbox;
        this.checks = checks;
        this.drops = drops;
        this.archivedFiles = archivedFiles;
        this.keys = keys;
        this.mappings = mappings;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(RELOAD))
                .routeId(RELOAD)
                .errorHandler(defaultErrorHandler().logExhausted(false))
                .routeConfigurationId(FileErrorPolicy.OPTIONAL)
                .to(direct(FINISH_LEFT_OVERS))
                .to(direct(RELOAD_WAREHOUSE));

        // A run that died before it could archive these files may have loaded them. Without them, the reload would lose
        // their rows.
        from(direct(FINISH_LEFT_OVERS))
                .routeId(FINISH_LEFT_OVERS)
                .split(make(Run.class, this::leftOvers))
                    .streaming()
                    .to(direct(LoadFileRoutes.LOAD_FILE))
                .end();

        // after an outage, the work starts again here
        from(direct(RELOAD_WAREHOUSE))
                .routeId(RELOAD_WAREHOUSE)
                .setBody(variable(RUN))
                .process(on(Run.class, run -> lock.takeAgainIfLost()))
                .transacted()
                    .setBody(make(Run.class, run -> new ReloadPlan(run.request(), mappings)))
                    .setVariable(PLAN, body())
                    .enrich(sql("classpath:sql/run/select-archived-files.sql"), tellRows(ReloadPlan.class, ReloadPlan::loaded))
                    .enrich(sql("classpath:sql/run/select-mapping-versions.sql"), tellRows(ReloadPlan.class, ReloadPlan::versions))
                    .process(this::chooseFiles)
                    .to(direct(QuarantineRoutes.NOTE_ROWS))
                    .to(direct(EMPTY_WAREHOUSE))
                    .split(make(ReloadPlan.class, ReloadPlan::files))
                        .streaming()
                        .stopOnException()
                        .to(direct(RELOAD_FILE))
                    .end()
                    .process(on(ReloadPlan.class, ReloadPlan::requireAnswered))
                    .to(direct(QuarantineRoutes.FORGET_NOTED_ROWS))
                    .process(exchange -> lock.requireHeld())
                .end();

        from(direct(EMPTY_WAREHOUSE))
                .routeId(EMPTY_WAREHOUSE)
                .to(sql("classpath:sql/run/empty-parked-sale.sql"))
                .to(sql("classpath:sql/run/empty-quarantine.sql"))
                .to(sql("classpath:sql/run/empty-left-out-row.sql"))
                .to(sql("classpath:sql/run/empty-fact-sales.sql"))
                .to(sql("classpath:sql/run/empty-exchange-rate.sql"))
                .to(sql("classpath:sql/run/empty-dim-customer.sql"))
                .to(sql("classpath:sql/run/empty-dim-product.sql"))
                .to(sql("classpath:sql/run/empty-dim-date.sql"))
                .to(sql("classpath:sql/run/empty-sale-city.sql"))
                .to(sql("classpath:sql/run/empty-sales-pack.sql"))
                .to(sql("classpath:sql/run/empty-sales-month.sql"))
                .to(sql("classpath:sql/run/empty-rollup-customer.sql"))
                .to(sql("classpath:sql/run/empty-rollup-product.sql"))
                .to(sql("classpath:sql/run/empty-rollup-day.sql"))
                .to(sql("classpath:sql/run/empty-rollup-month.sql"))
                .to(sql("classpath:sql/run/empty-rollup-place.sql"))
                .process(exchange -> keys.forget());

        from(direct(RELOAD_FILE))
                .routeId(RELOAD_FILE)
                .process(this::claim)
                .setVariable(CLAIM, body())
                .doTry()
                    .process(on(Claim.class, claim -> claim.identified(drops.identify(claim.path(), claim.drop().name()))))
                    .to(direct(LoadFileRoutes.READ_AND_LOAD_ROWS))
                    // now, before the next file brings what a dismissed sale has waited for
                    .to(direct(QuarantineRoutes.SETTLE_AGAIN))
                .doCatch(HeldBackFileException.class)
                    // all files of the archive ask at once
                    .process(this::ask)
                .doCatch(Exception.class)
                    .process(this::stop)
                .end();
    }
    // spotless:on

    private Iterator<Claim> leftOvers(Run run) {
        return inbox.leftOver().stream()
                .map(file -> new Claim(run, Drop.unread(file)))
                .iterator();
    }

    private void chooseFiles(Exchange exchange) throws IOException {
        Run run = exchange.getVariable(RUN, Run.class);
        ReloadPlan plan = exchange.getMessage().getBody(ReloadPlan.class);
        ArchivedFiles.Selection selection = archivedFiles.oldestFirst(
                plan.loaded(), plan::mapping, run.request().leaveOutDamaged());
        runs.noteReload(run, selection.leftOut(), selection.deleted());
        plan.takes(selection.files());
    }

    private void claim(Exchange exchange) {
        ArchivedFile file = exchange.getMessage().getBody(ArchivedFile.class);
        Run run = exchange.getVariable(RUN, Run.class);
        exchange.getMessage()
                .setBody(Claim.ofArchived(
                        run, Drop.unread(file.path(), file.name()), file.archivedAs(), file.mapping()));
    }

    /** Checks a copy of the file, and so asks its questions. */
    private void ask(Exchange exchange) throws IOException {
        Drop drop = exchange.getVariable(CLAIM, Claim.class).drop();
        exchange.getVariable(PLAN, ReloadPlan.class).asks(checks.copy(drop));
    }

    private void stop(Exchange exchange) {
        failures.stopReload(exchange.getVariable(CLAIM, Claim.class), failure(exchange));
    }
}
