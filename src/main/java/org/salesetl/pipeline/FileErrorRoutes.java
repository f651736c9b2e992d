package org.salesetl.pipeline;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.salesetl.archive.Archive;
import org.salesetl.intake.Inbox;
import org.salesetl.ledger.LedgerEntries;
import org.springframework.stereotype.Component;

/** Where files go that did not load; each is in the ledger with what was wrong. */
@Component
class FileErrorRoutes extends EndpointRouteBuilder {

    static final String KEEP_REFUSED_FILE = "keep-refused-file";
    static final String HOLD_FILE_BACK = "hold-file-back";
    static final String KEEP_FAILED_FILE = "keep-failed-file";
    static final String RETRY_FILE_LATER = "retry-file-later";
    static final String ARCHIVE_FILE_LATER = "archive-file-later";
    static final String GIVE_BACK_FILE = "give-back-file";
    static final String NOTE_GONE_FILE = "note-gone-file";
    static final String NOTE_PROBLEM = "note-problem";
    static final String NAME_PROBLEM = "name-problem";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(KEEP_REFUSED_FILE))
                .routeId(KEEP_REFUSED_FILE)
                .to(direct(NAME_PROBLEM))
                .bean(Archive.class, "keepRefused(${variable.claimed}, ${variable.problem})")
                .bean(LedgerEntries.class, "refused(${variable.drop}, ${variable.run}, ${body}, ${variable.problem})")
                .to(sql("classpath:sql/ledger/insert-file.sql"))
                .bean(Inbox.class, "forget(${variable.claimed})")
                .log(LoggingLevel.WARN, "Run ${variable.run.id}: refused ${variable.drop.shownName}: ${variable.problem}");

        from(direct(HOLD_FILE_BACK))
                .routeId(HOLD_FILE_BACK)
                .to(direct(NAME_PROBLEM))
                .bean(Archive.class, "keepHeld(${variable.claimed})")
                .bean(
                        LedgerEntries.class,
                        "held(${variable.drop}, ${variable.layout}, ${variable.run}, ${body}, ${variable.problem})")
                .to(sql("classpath:sql/ledger/insert-file.sql"))
                .bean(Inbox.class, "forget(${variable.claimed})")
                .log(LoggingLevel.WARN, "Run ${variable.run.id}: ${variable.drop.shownName} waits for an answer: ${variable.problem}");

        from(direct(KEEP_FAILED_FILE))
                .routeId(KEEP_FAILED_FILE)
                .to(direct(NOTE_PROBLEM))
                .log(LoggingLevel.ERROR, "Run ${variable.run.id}: ${variable.drop.shownName} failed: ${exception.stacktrace}")
                .bean(Archive.class, "keepFailed(${variable.claimed}, ${exception.stacktrace})")
                .bean(LedgerEntries.class, "failed(${variable.drop}, ${variable.run}, ${body}, ${variable.problem})")
                .to(sql("classpath:sql/ledger/insert-file.sql"))
                .bean(Inbox.class, "forget(${variable.claimed})");

        from(direct(RETRY_FILE_LATER))
                .routeId(RETRY_FILE_LATER)
                .to(direct(NOTE_PROBLEM))
                .to(direct(GIVE_BACK_FILE))
                .bean(LedgerEntries.class, "failed(${variable.drop}, ${variable.run}, null, ${variable.problem})")
                .to(sql("classpath:sql/ledger/insert-file.sql"));

        from(direct(ARCHIVE_FILE_LATER))
                .routeId(ARCHIVE_FILE_LATER)
                .to(direct(NOTE_PROBLEM))
                .to(direct(GIVE_BACK_FILE));

        from(direct(GIVE_BACK_FILE))
                .routeId(GIVE_BACK_FILE)
                .to(direct(NAME_PROBLEM))
                .bean(Inbox.class, "giveBack(${variable.claimed})")
                .log(
                        LoggingLevel.WARN,
                        "Run ${variable.run.id}: ${variable.drop.shownName} waits in the inbox again: ${variable.problem}");

        from(direct(NOTE_GONE_FILE))
                .routeId(NOTE_GONE_FILE)
                .to(direct(NOTE_PROBLEM))
                .bean(LedgerEntries.class, "failed(${variable.drop}, ${variable.run}, null, ${variable.problem})")
                .to(sql("classpath:sql/ledger/insert-file.sql"))
                .bean(Inbox.class, "forget(${variable.claimed})")
                .log(LoggingLevel.WARN, "Run ${variable.run.id}: ${variable.problem}");

        from(direct(NOTE_PROBLEM))
                .routeId(NOTE_PROBLEM)
                .to(direct(NAME_PROBLEM))
                .bean(Runs.class, "failed(${variable.run}, ${variable.claimed.fileName}, ${variable.problem})");

        from(direct(NAME_PROBLEM))
                .routeId(NAME_PROBLEM)
                .setVariable("problem", method(Runs.class, "problem(${exception})"));
    }
    // spotless:on
}
