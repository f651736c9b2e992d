package org.salesetl.pipeline;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.salesetl.intake.DropChangedException;
import org.salesetl.intake.DropGoneException;
import org.salesetl.intake.HeldBackFileException;
import org.salesetl.intake.RefusedFileException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * What becomes of a file that did not load. Nothing of it is in the warehouse then: its load was one transaction.
 *
 * <p>A database that is away or busy is waited for, and the file loaded anew; what will not pass by itself sets the file
 * aside with the reason beside it. The run goes on with the next file.
 */
@Component
class FileErrorPolicy extends RouteConfigurationBuilder {

    /** Until the file's rows are committed. */
    static final String LOADING = "loading-error-policy";

    /** After that: the file only needs archiving, which the next run does. */
    static final String ARCHIVING = "archiving-error-policy";

    // spotless:off: indented by nesting
    @Override
    public void configuration() {
        routeConfiguration(LOADING)
                .onException(RefusedFileException.class)
                    .handled(true)
                    .to("direct:" + FileErrorRoutes.KEEP_REFUSED_FILE)
                .end()
                .onException(HeldBackFileException.class)
                    .handled(true)
                    .to("direct:" + FileErrorRoutes.HOLD_FILE_BACK)
                .end()
                .onException(DropGoneException.class)
                    .handled(true)
                    .to("direct:" + FileErrorRoutes.NOTE_GONE_FILE)
                .end()
                .onException(DropChangedException.class)
                    .handled(true)
                    .to("direct:" + FileErrorRoutes.GIVE_BACK_FILE)
                .end()
                .onException(
                            TransientDataAccessException.class,
                            RecoverableDataAccessException.class,
                            DataAccessResourceFailureException.class,
                            CannotCreateTransactionException.class)
                    .maximumRedeliveries(3)
                    .redeliveryDelay(1_000)
                    .useExponentialBackOff()
                    .backOffMultiplier(3)
                    .retryAttemptedLogLevel(LoggingLevel.WARN)
                    .handled(true)
                    .to("direct:" + FileErrorRoutes.RETRY_FILE_LATER)
                .end()
                .onException(Exception.class)
                    .handled(true)
                    .to("direct:" + FileErrorRoutes.KEEP_FAILED_FILE)
                .end();

        routeConfiguration(ARCHIVING)
                .onException(Exception.class)
                    .handled(true)
                    .to("direct:" + FileErrorRoutes.ARCHIVE_FILE_LATER)
                .end();
    }
    // spotless:on
}
