package org.salesetl.pipeline;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.salesetl.TypedSteps.failure;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tellValue;
import static org.salesetl.load.Variables.CLAIM;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.salesetl.archive.Archive;
import org.salesetl.inbox.Inbox;
import org.salesetl.layout.HeldBackFileException;
import org.salesetl.load.Claim;
import org.salesetl.load.LedgerEntry.Status;
import org.salesetl.question.Questions;
import org.springframework.stereotype.Component;

/**
 * Deals with files that did not load. Each of these is entered into the ledger with what was wrong, unless it is to be tried
 * again.
 */
@Component
class FileErrorRoutes extends RouteBuilder {

    static final String KEEP_REFUSED_FILE = "keep-refused-file";
    static final String HOLD_FILE_BACK = "hold-file-back";
    static final String KEEP_FAILED_FILE = "keep-failed-file";
    static final String SET_ASIDE_FILE = "set-aside-file";
    static final String LEAVE_FILE_CLAIMED = "leave-file-claimed";
    static final String ARCHIVE_FILE_LATER = "archive-file-later";
    static final String PUT_FILE_BACK = "put-file-back";
    static final String NOTE_GONE_FILE = "note-gone-file";
    static final String ENTER_HELD_FILE = "enter-held-file";
    static final String LEAVE_STALE_EVENTS = "leave-stale-events";
    static final String ENTER_WITH_EVENTS = "enter-with-events";
    static final String ENTER_FILE = "enter-file";

    private final Archive archive;
    private final Inbox inbox;
    private final LeftOvers leftOvers;
    private final Failures failures;
    private final Questions questions;

    FileErrorRoutes(Archive archive, Inbox inbox, LeftOvers leftOvers, Failures failures, Questions questions) {
        this.archive = archive;
        this.inbox = inbox;
        this.leftOvers = leftOvers;
        this.failures = failures;
        this.questions = questions;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        // these steps wait for the database and the disk, however long, so that every file gets to its end
        errorHandler(defaultErrorHandler().logExhausted(false));

        from(direct(KEEP_REFUSED_FILE))
                .routeId(KEEP_REFUSED_FILE)
                .routeConfigurationId(FileErrorPolicy.WAITING)
                .process(this::sayProblem)
                .process(on(Claim.class, claim -> claim.enters(Status.REFUSED, archive.keepRefused(claim.path(), claim.message()))))
                .to(direct(ENTER_FILE))
                .log(LoggingLevel.WARN, "Run ${body.run.id}: refused ${body.shownName}: ${body.message}");

        from(direct(HOLD_FILE_BACK))
                .routeId(HOLD_FILE_BACK)
                .routeConfigurationId(FileErrorPolicy.WAITING)
                .process(this::sayProblem)
                .process(this::ask)
                .process(on(Claim.class, claim -> claim.enters(Status.HELD, archive.keepHeld(claim.path()))))
                .to(direct(ENTER_HELD_FILE))
                // the way back from a split within an error handler does not restore the body
                .setBody(variable(CLAIM))
                .process(on(Claim.class, claim -> inbox.forget(claim.path())))
                .log(LoggingLevel.WARN, "Run ${body.run.id}: ${body.shownName} waits for an answer: ${body.message}");

        from(direct(KEEP_FAILED_FILE))
                .routeId(KEEP_FAILED_FILE)
                .routeConfigurationId(FileErrorPolicy.WAITING)
                .process(this::sayProblem)
                .process(on(Claim.class, failures::failed))
                .log(LoggingLevel.ERROR, "Run ${body.run.id}: ${body.shownName} failed: ${exception.stacktrace}")
                .process(this::keepFailed)
                .to(direct(ENTER_FILE));

        // the reason is one that a sales person understands
        from(direct(SET_ASIDE_FILE))
                .routeId(SET_ASIDE_FILE)
                .routeConfigurationId(FileErrorPolicy.WAITING)
                .process(this::sayWhyStopped)
                .process(on(Claim.class, failures::failed))
                .process(on(Claim.class, claim -> claim.enters(Status.FAILED, archive.setAside(claim.path(), claim.message()))))
                .log(LoggingLevel.ERROR, "Run ${body.run.id}: ${body.shownName} is set aside as ${body.archivedAs}: ${body.message}")
                .to(direct(ENTER_FILE));

        // another instance has loaded them, or this one before it lost its place: they are read again where the ledger stands
        from(direct(LEAVE_STALE_EVENTS))
                .routeId(LEAVE_STALE_EVENTS)
                .process(this::sayProblem)
                .log(LoggingLevel.WARN, "Run ${body.run.id}: ${body.shownName}: ${body.message}");

        // the service stops while the file waits; the next start goes on with the file
        from(direct(LEAVE_FILE_CLAIMED))
                .routeId(LEAVE_FILE_CLAIMED)
                .setBody(variable(CLAIM))
                .log(LoggingLevel.WARN, "Run ${body.run.id}: ${body.shownName} has not loaded; the next start goes on with it");

        from(direct(ARCHIVE_FILE_LATER))
                .routeId(ARCHIVE_FILE_LATER)
                .process(this::sayProblem)
                .process(on(Claim.class, claim -> leftOvers.waitForRoom(claim.path())))
                .process(on(Claim.class, failures::loadedButNotArchived))
                .log(LoggingLevel.ERROR, "Run ${body.run.id}: ${body.shownName} is loaded, but cannot be archived yet: ${body.message}");

        from(direct(PUT_FILE_BACK))
                .routeId(PUT_FILE_BACK)
                .process(this::sayProblem)
                .process(on(Claim.class, claim -> inbox.putBack(claim.path())))
                .log(LoggingLevel.WARN, "Run ${body.run.id}: ${body.shownName} waits in the inbox again: ${body.message}");

        from(direct(NOTE_GONE_FILE))
                .routeId(NOTE_GONE_FILE)
                .process(this::sayProblem)
                .process(on(Claim.class, failures::failed))
                .process(on(Claim.class, claim -> claim.enters(Status.FAILED, null)))
                .to(direct(ENTER_FILE))
                .log(LoggingLevel.WARN, "Run ${body.run.id}: ${body.message}");

        // nobody sees the file without its questions
        from(direct(ENTER_HELD_FILE))
                .routeId(ENTER_HELD_FILE)
                .errorHandler(noErrorHandler())
                .transacted()
                    .to(direct(ENTER_WITH_EVENTS))
                    .split(make(Claim.class, Claim::questions))
                        .stopOnException()
                        .to(sql("classpath:sql/pipeline/insert-question.sql"))
                    .end()
                .end();

        from(direct(ENTER_FILE))
                .routeId(ENTER_FILE)
                .routeConfigurationId(FileErrorPolicy.WAITING)
                .to(direct(ENTER_WITH_EVENTS))
                .process(on(Claim.class, claim -> inbox.forget(claim.path())));

        from(direct(ENTER_WITH_EVENTS))
                .routeId(ENTER_WITH_EVENTS)
                .errorHandler(noErrorHandler())
                .transacted()
                    .to(sql("classpath:sql/pipeline/insert-file.sql"))
                    .to(direct(LoadFileRoutes.ENTER_EVENTS))
                    .enrich(
                            sql("classpath:sql/last-insert-id.sql").outputType("SelectOne"),
                            tellValue(Claim.class, Number.class, Claim::entered))
                    .to(direct(OutboxRoutes.TELL_ENTERED))
                .end();
    }
    // spotless:on

    /** Makes the claim the body, whatever the body was when the file failed. */
    private void sayProblem(Exchange exchange) {
        Claim claim = exchange.getVariable(CLAIM, Claim.class);
        claim.says(failures.problem(failure(exchange)));
        exchange.getMessage().setBody(claim);
    }

    /** Weighs the answers that somebody may give. */
    private void ask(Exchange exchange) {
        Claim claim = exchange.getMessage().getBody(Claim.class);
        HeldBackFileException held = Failures.cause(failure(exchange), HeldBackFileException.class);
        claim.asks(questions.of(claim.drop(), claim.layout().asking(held.questions()), claim.answers()));
    }

    private void sayWhyStopped(Exchange exchange) {
        Claim claim = exchange.getVariable(CLAIM, Claim.class);
        claim.says(failures.whyStopped(failure(exchange)));
        exchange.getMessage().setBody(claim);
    }

    private void keepFailed(Exchange exchange) throws IOException {
        Claim claim = exchange.getMessage().getBody(Claim.class);
        StringWriter stackTrace = new StringWriter();
        failure(exchange).printStackTrace(new PrintWriter(stackTrace));
        claim.enters(Status.FAILED, archive.keepFailed(claim.path(), stackTrace.toString()));
    }
}
