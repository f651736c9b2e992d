package org.salesetl.dashboard;

import static org.salesetl.cache.VersionRoutes.NOTE_VERSION;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.springframework.stereotype.Component;

/** Looks every second how things are, as long as a page is open, and tells them all. */
@Component
class LiveRoutes extends EndpointRouteBuilder {

    static final String TELL_OPEN_PAGES = "tell-open-pages";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.DEBUG, "Open pages are told that the database is away: ${exception.message}")
                .bean(LiveReaders.class, "tellAway('The database does not answer. Nothing is lost: files wait, and load by themselves once it is back.')");

        from(timer(TELL_OPEN_PAGES).period(1000))
                .routeId(TELL_OPEN_PAGES)
                .filter(method(LiveReaders.class, "areThere"))
                    .to(direct(NOTE_VERSION))
                    .to(direct(RunPageRoutes.TELL_PROGRESS))
                    .bean(LiveState.class, "of(${body}, ${variable.version})")
                    .marshal().json(JsonLibrary.Jackson)
                    .convertBodyTo(String.class)
                    .bean(LiveReaders.class, "tell(${body})")
                .end();
    }
    // spotless:on
}
