package org.salesetl;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.makeOf;
import static org.salesetl.TypedSteps.tell;
import static org.salesetl.TypedSteps.tellEach;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class TypedStepsTest {

    /** What a route collects. */
    private record Draft(List<String> questions, List<String> answers) {

        void answered(String answer) {
            answers.add(answer);
        }
    }

    @Test
    void tellsTheBodyWhatAnotherRouteMakesOfIt() {
        Exchange exchange = ask("direct:enriched", List.of("a"));

        assertThat(exchange.getMessage().getBody(Draft.class).answers()).containsExactly("1 question for reader");
        assertThat(exchange.getVariable("noted")).isNull();
    }

    @Test
    void tellsTheBodyTheAnswerToEachQuestion() {
        Exchange exchange = ask("direct:split", List.of("a", "b"));

        assertThat(exchange.getMessage().getBody(Draft.class).answers())
                .containsExactly("a for reader", "b for reader");
    }

    @Test
    void leavesTheBodyWhereThereIsNoQuestion() {
        assertThat(ask("direct:split", List.of())
                        .getMessage()
                        .getBody(Draft.class)
                        .answers())
                .isEmpty();
    }

    @Test
    void failsWithTheFirstAnswerThatFails() {
        Exchange exchange = ask("direct:split", List.of("a", "bad", "c"));

        assertThat(exchange.getException()).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    private static Exchange ask(String route, List<String> questions) {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.addRoutes(new SomeRoutes());
            camel.start();
            return camel.createFluentProducerTemplate()
                    .withVariable("who", "reader")
                    .withBody(new Draft(questions, new ArrayList<>()))
                    .to(route)
                    .send();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class SomeRoutes extends RouteBuilder {

        @Override
        public void configure() {
            errorHandler(noErrorHandler());

            from(direct("enriched")).enrich(direct("count"), tell(Draft.class, String.class, Draft::answered));

            from(direct("count"))
                    .setVariable("noted", constant(true))
                    .setBody(makeOf(exchange -> exchange.getMessage()
                                    .getBody(Draft.class)
                                    .questions()
                                    .size() + " question for " + exchange.getVariable("who")));

            from(direct("split"))
                    .split(make(Draft.class, Draft::questions), tellEach(Draft.class, String.class, Draft::answered))
                    .stopOnException()
                    .to(direct("answer"))
                    .end();

            from(direct("answer")).setBody(makeOf(SomeRoutes::answer));
        }

        private static String answer(Exchange exchange) {
            String question = exchange.getMessage().getBody(String.class);
            if (question.equals("bad")) {
                throw new IllegalStateException("no answer");
            }
            return question + " for " + exchange.getVariable("who");
        }
    }
}
