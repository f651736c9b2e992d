package org.salesetl.web;

import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Logs answers that could not be written. */
@Component(BrokenAnswerPolicy.NAME)
class BrokenAnswerPolicy implements ExceptionHandler {

    static final String NAME = "brokenAnswers";

    private static final Logger log = LoggerFactory.getLogger(BrokenAnswerPolicy.class);

    @Override
    public void handleException(Throwable failure) {
        handleException("An answer could not be written", failure);
    }

    @Override
    public void handleException(String message, Throwable failure) {
        if (isOfClient(failure)) {
            // if the client stopped reading, SlowReaderFilter has logged that; if the client left before, it misses
            // nothing
            log.debug("{}: {}", message, failure.toString());
        } else {
            log.error(message, failure);
        }
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable failure) {
        handleException(message, failure);
    }

    private static boolean isOfClient(Throwable failure) {
        return failure instanceof AsyncRequestNotUsableException
                || failure instanceof ClientAbortException
                // Tomcat has already given up the request when the answer is ready
                || (failure instanceof IllegalStateException
                        && String.valueOf(failure.getMessage()).contains("recycled"));
    }
}
