package org.salesetl;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Throws at a chosen step of the routes, as a bug in any bean would. It does nothing in tests that do not ask for it. */
public final class ThrowingSteps implements InterceptStrategy {

    /** Whether the step has been done when it fails. */
    public enum Moment {
        BEFORE,
        AFTER
    }

    private static final Logger log = LoggerFactory.getLogger(ThrowingSteps.class);

    private final List<String> reached = new ArrayList<>();
    private boolean counts;
    private int failing = -1;
    private @Nullable Moment moment;
    private Exception failure = new IllegalStateException();

    /** Counts steps from now on, and lets none fail. */
    public synchronized void count() {
        throwAt(-1, Moment.BEFORE, failure);
    }

    /**
     * Lets one step fail.
     *
     * @param step how many steps are done from now on before that one
     * @param exception what the step throws
     */
    public synchronized void throwAt(int step, Moment when, Exception exception) {
        reached.clear();
        failing = step;
        moment = when;
        failure = exception;
        counts = true;
    }

    /** Ends counting; the steps that have been reached, each with its route. */
    public synchronized List<String> stop() {
        counts = false;
        return List.copyOf(reached);
    }

    private synchronized @Nullable Moment reach(String step) {
        if (!counts) {
            return null;
        }
        reached.add(step);
        if (reached.size() - 1 != failing) {
            return null;
        }
        log.info("{} this step a failure comes: {}", moment, step);
        return moment;
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, @Nullable Processor next) {
        String step = ProcessorDefinitionHelper.getRouteId((ProcessorDefinition<?>) definition) + ": "
                + definition.getShortName() + " " + definition.getLabel();
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                Moment now = reach(step);
                if (now == Moment.BEFORE) {
                    fail(exchange);
                    callback.done(true);
                    return true;
                }
                if (now == Moment.AFTER) {
                    return super.process(exchange, doneSync -> {
                        fail(exchange);
                        callback.done(doneSync);
                    });
                }
                return super.process(exchange, callback);
            }

            private void fail(Exchange exchange) {
                exchange.setException(failure);
            }
        };
    }
}
