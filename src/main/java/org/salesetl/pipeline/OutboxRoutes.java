package org.salesetl.pipeline;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.on;

import org.apache.camel.builder.RouteBuilder;
import org.salesetl.KafkaSettings;
import org.salesetl.SalesEtlProperties;
import org.salesetl.load.Claim;
import org.salesetl.load.EventRange;
import org.salesetl.load.FileLoad;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Writes down how files ended, in the transaction that ends them, for those who are told about it on a topic. */
@Component
class OutboxRoutes extends RouteBuilder {

    /** Takes the {@link FileLoad} of a file whose books are closed. */
    static final String TELL_LOADED = "tell-loaded";

    /** Takes a {@link Claim} that has just been entered into the ledger. */
    static final String TELL_ENTERED = "tell-entered";

    private final KafkaSettings settings;

    OutboxRoutes(SalesEtlProperties properties) {
        this.settings = properties.kafka();
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(TELL_LOADED))
                .routeId(TELL_LOADED)
                .filter(exchange -> settings.tellsEvents())
                    .process(on(FileLoad.class, FileLoad::changedDays))
                    .to(sql("classpath:sql/pipeline/insert-outbox.sql"))
                .end()
                .filter(is(FileLoad.class, this::hasDeadLetters))
                    .to(sql("classpath:sql/pipeline/insert-dead-letters.sql"))
                .end();

        from(direct(TELL_ENTERED))
                .routeId(TELL_ENTERED)
                .filter(exchange -> settings.tellsEvents())
                    .to(sql("classpath:sql/pipeline/insert-outbox.sql"))
                .end();
    }
    // spotless:on

    private boolean hasDeadLetters(FileLoad load) {
        EventRange events = load.claim().events();
        KafkaSettings.Topic topic = events == null ? null : settings.topics().get(events.topic());
        return topic != null
                && StringUtils.hasText(topic.deadLetterTopic())
                && load.books().hasRejects();
    }
}
