package org.salesetl.event;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the configuration names a topic. */
class TopicsAreRead implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Binder.get(context.getEnvironment())
                        .bind("sales-etl.kafka.topics", Bindable.mapOf(String.class, Object.class))
                        .map(Map::size)
                        .orElse(0)
                > 0;
    }
}
