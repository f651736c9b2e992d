package org.salesetl;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.quartz;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.EndpointConsumerBuilder;

/** The beginnings of routes that the clock starts. */
public final class ScheduledRoutes {

    private ScheduledRoutes() {}

    /**
     * Starts a route by the clock.
     *
     * @param name the name of the schedule, among all of this process
     * @param expression a Quartz cron expression
     * @param zone the time zone of the expression
     */
    public static EndpointConsumerBuilder cron(String name, String expression, ZoneId zone) {
        return quartz("sales-etl/" + name)
                .cron(expression)
                .advanced()
                .triggerParameters(Map.of("timeZone", zone.getId()));
    }

    /** The moment that the schedule says, on every instance the same. */
    public static Instant due(Exchange exchange) {
        return exchange.getMessage().getHeader("scheduledFireTime", Date.class).toInstant();
    }
}
