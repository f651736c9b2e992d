package org.salesetl.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the service what to do about its address, instead of a page of stack trace. */
class ExposureFailureAnalyzer extends AbstractFailureAnalyzer<ExposureException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ExposureException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.wayOut(), cause);
    }
}
