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
    static final String KEEP_FAILED_FILE = "keep-failed-file";
    static final String RETRY_FILE_LATER = "retry-file-later";
    static final String ARCHIVE_FILE_LATER = "archive-file-later";
    static final String GIVE_BACK_FILE = "give-back-file";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(KEEP_REFUSED_FILE))
                .routeId(KEEP_REFUSED_FILE)
                .setBody(method(Archive.class, "keepRefused(${variable.claimed}, ${exception.message})"))
                .bean(LedgerEntries.class, "refused(${variable.drop}, ${variable.run}, ${body}, ${exception.message})")
                .to(sql("classpath:sql/ledger/insert-file.sql"))
                .bean(Inbox.class, "forget(${variable.claimed})")
                .log(LoggingLevel.WARN, "Run ${variable.run.id}: refused ${variable.drop.name}: ${exception.message}");

        from(direct(KEEP_FAILED_FILE))
                .routeId(KEEP_FAILED_FILE)
                .log(LoggingLevel.ERROR, "Run ${variable.run.id}: ${variable.claimed} failed: ${exception.stacktrace}")
                .bean(Runs.class, "failed(${variable.run}, ${exception.message})")
                .setBody(method(Archive.class, "keepFailed(${variable.claimed}, ${exception.stacktrace})"))
                .bean(LedgerEntries.class, "failed(${variable.drop}, ${variable.run}, ${body}, ${exception.message})")
                .to(sql("classpath:sql/ledger/insert-file.sql"))
                .bean(Inbox.class, "forget(${variable.claimed})");

        from(direct(RETRY_FILE_LATER))
                .routeId(RETRY_FILE_LATER)
                .bean(Runs.class, "failed(${variable.run}, ${exception.message})")
                .to(direct(GIVE_BACK_FILE))
                .bean(LedgerEntries.class, "failed(${variable.drop}, ${variable.run}, null, ${exception.message})")
                .to(sql("classpath:sql/ledger/insert-file.sql"));

        from(direct(ARCHIVE_FILE_LATER)).routeId(ARCHIVE_FILE_LATER)
                .bean(Runs.class, "failed(${variable.run}, ${exception.message})")
                .to(direct(GIVE_BACK_FILE));

        from(direct(GIVE_BACK_FILE))
                .routeId(GIVE_BACK_FILE)
                .bean(Inbox.class, "giveBack(${variable.claimed})")
                .log(
                        LoggingLevel.WARN,
                        "Run ${variable.run.id}: ${variable.claimed.fileName} waits in the inbox again: ${exception.message}");
    }
    // spotless:on
}
