package org.salesetl.event;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.kafka;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.scheduler;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.makeOf;
import static org.salesetl.TypedSteps.on;

import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.endpoint.dsl.KafkaEndpointBuilderFactory.KafkaEndpointBuilder;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.kafka.clients.producer.Producer;
import org.salesetl.KafkaSettings;
import org.salesetl.SalesEtlProperties;
import org.springframework.stereotype.Component;

/** Tells on topics what has happened to files, and sends rejected events on. While the broker is away, both wait in the outbox. */
@Component
class TellingRoutes extends RouteBuilder {

    static final String TELL_EVENTS = "tell-events";
    static final String SEND_EVENT = "send-event";

    private static final int PERIOD_MILLIS = 500;
    private static final String BATCH = "batch";

    private final KafkaSettings settings;
    private final Outbox outbox;

    TellingRoutes(SalesEtlProperties properties, Outbox outbox) {
        this.settings = properties.kafka();
        this.outbox = outbox;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        if (!settings.tellsEvents() && !settings.tellsDeadLetters()) {
            return;
        }
        getContext().getRegistry().bind(Clients.NAME, new Clients());

        // the next look tries again, from the first event that the broker does not have for certain
        onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.DEBUG, "What happened is told later: ${exception.message}");

        from(scheduler(TELL_EVENTS).delay(PERIOD_MILLIS))
                .routeId(TELL_EVENTS)
                .setBody(makeOf(exchange -> outbox.next()))
                .setVariable(BATCH, body())
                .split(make(Outbox.Batch.class, Outbox.Batch::told))
                    .stopOnException()
                    .to(direct(SEND_EVENT))
                .end()
                .setBody(variable(BATCH))
                .process(on(Outbox.Batch.class, outbox::told));

        from(direct(SEND_EVENT))
                .routeId(SEND_EVENT)
                .errorHandler(noErrorHandler())
                .process(TellingRoutes::address)
                .to(broker());
    }
    // spotless:on

    private KafkaEndpointBuilder broker() {
        String topic = settings.eventsTopic();
        KafkaEndpointBuilder broker = kafka(topic == null ? "dead-letters" : topic);
        broker.brokers(settings.brokers())
                .requestTimeoutMs(5_000)
                .maxBlockMs(5_000)
                .advanced()
                .kafkaClientFactory("#" + Clients.NAME);
        return broker;
    }

    private static void address(Exchange exchange) {
        Message message = exchange.getMessage();
        Told told = message.getBody(Told.class);
        message.removeHeaders("*");
        message.setHeader(KafkaConstants.OVERRIDE_TOPIC, told.topic());
        message.setHeader(KafkaConstants.KEY, told.key());
        told.headers().forEach(message::setHeader);
        message.setBody(told.value());
    }

    /** Makes producers with the settings of the user. */
    private final class Clients extends DefaultKafkaClientFactory {

        static final String NAME = "tellingClients";

        /** Here and not in the address of the endpoint, which people can see: there may be passwords among the settings. */
        @Override
        @SuppressWarnings("rawtypes")
        public Producer getProducer(Properties given) {
            Properties all = new Properties();
            all.putAll(given);
            all.put("delivery.timeout.ms", "10000");
            all.putAll(settings.properties());
            return super.getProducer(all);
        }
    }
}
