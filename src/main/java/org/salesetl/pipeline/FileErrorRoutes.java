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
    static final String SET_ASIDE_FILE = "set-aside-file";
    static final String LEAVE_FILE_CLAIMED = "leave-file-claimed";
    static final String ARCHIVE_FILE_LATER = "archive-file-later";
    static final String GIVE_BACK_FILE = "give-back-file";
    static final String NOTE_GONE_FILE = "note-gone-file";
    static final String NOTE_PROBLEM = "note-problem";
    static final String NAME_PROBLEM = "name-problem";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        // a file that is on its way to where it ends gets there, however long the database or the disk takes
        errorHandler(defaultErrorHandler().logExhausted(false));

        from(direct(KEEP_REFUSED_FILE))
                .routeId(KEEP_REFUSED_FILE)
                .routeConfigurationId(FileErrorPolicy.WAITING)
                .to(direct(NAME_PROBLEM))
                .bean(Archive.class, "keepRefused(${variable.claimed}, ${variable.problem})")
                .bean(LedgerEntries.class, "refused(${variable.drop}, ${variable.run}, ${body}, ${variable.problem})")
                .to(sql("classpath:sql/ledger/insert-file.sql"))
                .bean(Inbox.class, "forget(${variable.claimed})")
                .log(LoggingLevel.WARN, "Run ${variable.run.id}: refused ${variable.drop.shownName}: ${variable.problem}");

        from(direct(HOLD_FILE_BACK))
                .routeId(HOLD_FILE_BACK)
                .routeConfigurationId(FileErrorPolicy.WAITING)
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
                .routeConfigurationId(FileErrorPolicy.WAITING)
                .to(direct(NOTE_PROBLEM))
                .log(LoggingLevel.ERROR, "Run ${variable.run.id}: ${variable.drop.shownName} failed: ${exception.stacktrace}")
                .bean(Archive.class, "keepFailed(${variable.claimed}, ${exception.stacktrace})")
                .bean(LedgerEntries.class, "failed(${variable.drop}, ${variable.run}, ${body}, ${variable.problem})")
                .to(sql("classpath:sql/ledger/insert-file.sql"))
                .bean(Inbox.class, "forget(${variable.claimed})");

        // for a reason that a sales person understands
        from(direct(SET_ASIDE_FILE))
                .routeId(SET_ASIDE_FILE)
                .routeConfigurationId(FileErrorPolicy.WAITING)
                .setVariable("problem", method(Runs.class, "whyStopped(${exception})"))
                .bean(Runs.class, "failed(${variable.run}, ${variable.claimed.fileName}, ${variable.problem})")
                .log(LoggingLevel.ERROR, "Run ${variable.run.id}: ${variable.drop.shownName} is set aside: ${variable.problem}")
                .bean(Archive.class, "setAside(${variable.claimed}, ${variable.problem})")
                .bean(LedgerEntries.class, "failed(${variable.drop}, ${variable.run}, ${body}, ${variable.problem})")
                .to(sql("classpath:sql/ledger/insert-file.sql"))
                .bean(Inbox.class, "forget(${variable.claimed})");

        // the service stops while the file waits: the next start goes on with it
        from(direct(LEAVE_FILE_CLAIMED))
                .routeId(LEAVE_FILE_CLAIMED)
                .log(LoggingLevel.WARN, "Run ${variable.run.id}: ${variable.drop.shownName} has not loaded; the next start goes on with it");

        from(direct(ARCHIVE_FILE_LATER))
                .routeId(ARCHIVE_FILE_LATER)
                .to(direct(NAME_PROBLEM))
                .bean(LeftOvers.class, "waitForRoom(${variable.claimed})")
                .bean(Runs.class, "loadedButNotArchived(${variable.run}, ${variable.drop}, ${variable.problem})")
                .log(
                        LoggingLevel.ERROR,
                        "Run ${variable.run.id}: ${variable.drop.shownName} is loaded, but cannot be archived yet: ${variable.problem}");

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
