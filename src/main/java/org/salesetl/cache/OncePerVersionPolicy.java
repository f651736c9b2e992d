package org.salesetl.cache;

import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;

/**
 * Runs the part of a route inside {@code policy(…)} once for each version of the warehouse. The body after that part is the answer.
 * The route has to call {@link VersionRoutes#NOTE_VERSION} before.
 */
public final class OncePerVersionPolicy implements Policy {

    private final AnswerCache<Object, Object> cache;
    private final UnaryOperator<Object> question;

    OncePerVersionPolicy(AnswerCache<Object, Object> cache, UnaryOperator<Object> question) {
        this.cache = cache;
        this.question = question;
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // nothing to prepare
    }

    @Override
    public Processor wrap(Route route, Processor processor) {
        return exchange -> {
            Key key = new Key(
                    VersionRoutes.version(exchange),
                    question.apply(exchange.getMessage().getBody()));
            exchange.getMessage().setBody(cache.get(key, () -> answer(exchange, processor)));
        };
    }

    private static Object answer(Exchange exchange, Processor processor) throws Exception {
        processor.process(exchange);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return exchange.getMessage().getBody();
    }

    private record Key(WarehouseVersion version, Object question) {}
}
