package org.salesetl.warehouse;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the service what to do when there is no embedded server, instead of a page of stack trace. */
class EmbeddedServerFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedServerException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedServerException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Either start the service with its own MySQL by \"docker compose up\", or point spring.datasource.url,"
                        + " spring.datasource.username and spring.datasource.password at a MySQL or MariaDB server.",
                cause);
    }
}
