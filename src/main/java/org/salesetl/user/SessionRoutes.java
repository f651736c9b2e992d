package org.salesetl.user;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.scheduler;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Deletes sessions that have ended because their users have gone. */
@Component
class SessionRoutes extends RouteBuilder {

    static final String DELETE_EXPIRED_SESSIONS = "delete-expired-sessions";

    private static final int PERIOD_MILLIS = 600_000;

    @Override
    public void configure() {
        onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.DEBUG, "Expired sessions are deleted later: ${exception.message}");

        from(scheduler(DELETE_EXPIRED_SESSIONS).delay(PERIOD_MILLIS).initialDelay(PERIOD_MILLIS))
                .routeId(DELETE_EXPIRED_SESSIONS)
                .to(sql("classpath:sql/user/delete-expired-sessions.sql"));
    }
}
