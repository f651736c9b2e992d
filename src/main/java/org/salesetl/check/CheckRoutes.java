package org.salesetl.check;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.salesetl.TypedSteps.asBefore;
import static org.salesetl.TypedSteps.failure;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.makeOf;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.load.Variables.CLAIM;
import static org.salesetl.load.Variables.RUN;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.salesetl.inbox.CheckFolder;
import org.salesetl.inbox.Containers;
import org.salesetl.inbox.DeadlyFileException;
import org.salesetl.inbox.Drop;
import org.salesetl.inbox.Drops;
import org.salesetl.layout.HeldBackFileException;
import org.salesetl.ledger.Run;
import org.salesetl.load.Claim;
import org.salesetl.pipeline.LoadFileRoutes;
import org.salesetl.text.RefusedFileException;
import org.springframework.stereotype.Component;

/**
 * The dry run: takes the files in {@code inbox/check} apart and loads them like any others, one after the other in one
 * transaction, and then undoes everything. A report beside each file says what it would have changed.
 */
@Component
public class CheckRoutes extends RouteBuilder {

    /** Takes the {@link Run}. */
    public static final String CHECK_INBOX = "check-inbox";

    static final String UNPACK_TO_CHECK = "unpack-to-check";
    static final String UNPACK_CONTAINER_TO_CHECK = "unpack-container-to-check";
    static final String CHECK_FILES = "check-files";
    static final String CHECK_FILE = "check-file";
    static final String KEEP_QUESTIONS = "keep-questions-of-checks";

    /** Takes a map with {@code checkName}, the name of a file that is no longer to be checked. */
    public static final String FORGET_QUESTIONS = "forget-questions-of-check";

    /** The current {@link CheckRun}. */
    private static final String CHECKS = "checks";

    private final Checks checks;
    private final CheckFolder folder;
    private final Containers containers;
    private final Drops drops;

    CheckRoutes(Checks checks, CheckFolder folder, Containers containers, Drops drops) {
        this.checks = checks;
        this.folder = folder;
        this.containers = containers;
        this.drops = drops;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(CHECK_INBOX))
                .routeId(CHECK_INBOX)
                .setVariable(CHECKS, make(Run.class, run -> checks.begin()))
                .doTry()
                    .enrich(direct(UNPACK_TO_CHECK), asBefore())
                    .to(direct(CHECK_FILES))
                .doCatch(NothingIsKeptException.class)
                    .process(exchange -> checks.report(checkRun(exchange)))
                    .to(direct(KEEP_QUESTIONS))
                    .log("Run ${variable.run.id}: these were checked, and nothing of them is kept; the reports are beside the files")
                .doCatch(Exception.class)
                    .process(exchange -> checks.failed(checkRun(exchange), failure(exchange)))
                    .process(exchange -> checks.report(checkRun(exchange)))
                    .throwException(IllegalStateException.class, "${exception.message}")
                .end();

        from(direct(KEEP_QUESTIONS))
                .routeId(KEEP_QUESTIONS)
                .transacted()
                    .split(makeOf(exchange -> checkRun(exchange).names()))
                        .stopOnException()
                        .to(sql("classpath:sql/check/delete-questions.sql"))
                    .end()
                    .split(makeOf(exchange -> checkRun(exchange).questions()))
                        .stopOnException()
                        .to(sql("classpath:sql/check/insert-question.sql"))
                    .end()
                .end();

        from(direct(FORGET_QUESTIONS))
                .routeId(FORGET_QUESTIONS)
                .to(sql("classpath:sql/check/delete-questions.sql"));

        from(direct(UNPACK_TO_CHECK))
                .routeId(UNPACK_TO_CHECK)
                .setBody(make(Run.class, run -> folder.containers()))
                .process(this::expect)
                .split(body())
                    .streaming()
                    .stopOnException()
                    .to(direct(UNPACK_CONTAINER_TO_CHECK))
                .end();

        from(direct(UNPACK_CONTAINER_TO_CHECK))
                .routeId(UNPACK_CONTAINER_TO_CHECK)
                .doTry()
                    .process(exchange -> checks.unpacked(checkRun(exchange), file(exchange), containers.unpackBeside(file(exchange))))
                .doCatch(RefusedFileException.class)
                    .process(exchange -> checks.refused(checkRun(exchange), file(exchange), failure(exchange)))
                .doCatch(Exception.class)
                    .log(LoggingLevel.ERROR, "Cannot take ${body} apart: ${exception.stacktrace}")
                    .process(exchange -> checks.notUnpacked(checkRun(exchange), file(exchange), failure(exchange)))
                .end();

        from(direct(CHECK_FILES))
                .routeId(CHECK_FILES)
                .setBody(make(Run.class, run -> folder.waiting()))
                .process(this::expect)
                .transacted()
                    .split(body())
                        .streaming()
                        .stopOnException()
                        .to(direct(CHECK_FILE))
                    .end()
                    .throwException(new NothingIsKeptException())
                .end();

        from(direct(CHECK_FILE))
                .routeId(CHECK_FILE)
                .process(this::claim)
                .setVariable(CLAIM, body())
                .doTry()
                    .process(on(Claim.class, claim -> claim.identified(drops.identify(claim.path()))))
                    .to(direct(LoadFileRoutes.READ_AND_LOAD_ROWS))
                    .setBody(makeOf(exchange -> new CheckedFile(claimed(exchange))))
                    .enrich(sql("classpath:sql/check/select-losses.sql"), tellRows(CheckedFile.class, CheckedFile::lost))
                    .enrich(sql("classpath:sql/check/select-parked-lines.sql"), tellRows(CheckedFile.class, CheckedFile::parked))
                    .process(exchange -> checks.loaded(checkRun(exchange), exchange.getMessage().getBody(CheckedFile.class)))
                .doCatch(HeldBackFileException.class)
                    .process(exchange -> checks.held(checkRun(exchange), claimed(exchange), exchange.getProperty(Exchange.EXCEPTION_CAUGHT, HeldBackFileException.class)))
                .doCatch(RefusedFileException.class, DeadlyFileException.class)
                    .process(exchange -> checks.refused(checkRun(exchange), claimed(exchange).path(), failure(exchange)))
                .doCatch(NoSuchFileException.class)
                    .process(exchange -> checks.gone(checkRun(exchange), claimed(exchange).path()))
                .end();
    }
    // spotless:on

    @SuppressWarnings("unchecked")
    private void expect(Exchange exchange) {
        checks.expect(checkRun(exchange), exchange.getMessage().getBody(List.class));
    }

    private void claim(Exchange exchange) {
        Run run = exchange.getVariable(RUN, Run.class);
        exchange.getMessage().setBody(new Claim(run, Drop.unread(file(exchange))));
    }

    private static CheckRun checkRun(Exchange exchange) {
        return exchange.getVariable(CHECKS, CheckRun.class);
    }

    private static Claim claimed(Exchange exchange) {
        return exchange.getVariable(CLAIM, Claim.class);
    }

    private static Path file(Exchange exchange) {
        return exchange.getMessage().getBody(Path.class);
    }
}
