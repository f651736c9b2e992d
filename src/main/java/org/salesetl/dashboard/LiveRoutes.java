package org.salesetl.dashboard;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.scheduler;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.cache.VersionRoutes.NOTE_VERSION;
import static org.salesetl.cache.VersionRoutes.version;

import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.salesetl.web.HttpAnswerRoutes;
import org.salesetl.web.PageState;
import org.salesetl.web.Words;
import org.springframework.stereotype.Component;

/** Sends the state of the warehouse and of the current run to all open pages, twice in a second, so that they show within a second what any instance has loaded. */
@Component
class LiveRoutes extends RouteBuilder {

    static final String TELL_OPEN_PAGES = "tell-open-pages";

    private static final int PERIOD_MILLIS = 500;

    private final LiveReaders readers;
    private final Words words;

    LiveRoutes(LiveReaders readers, Words words) {
        this.readers = readers;
        this.words = words;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.DEBUG, "Open pages are told that the database is away: ${exception.message}")
                .process(exchange -> readers.tellAway(words.say("progress.database-away")));

        from(scheduler(TELL_OPEN_PAGES).delay(PERIOD_MILLIS))
                .routeId(TELL_OPEN_PAGES)
                .filter(exchange -> readers.isAnyOpen())
                    .to(direct(NOTE_VERSION))
                    .to(direct(RunPageRoutes.TELL_PROGRESS))
                    .enrich(direct(HttpAnswerRoutes.DESCRIBE_STATE), LiveRoutes::state)
                    .marshal().json(JsonLibrary.Jackson)
                    .convertBodyTo(String.class)
                    .process(on(String.class, readers::tell))
                .end();
    }
    // spotless:on

    private static Exchange state(Exchange progress, Exchange state) {
        RunProgress.Report report = progress.getMessage().getBody(RunProgress.Report.class);
        String label = state.getMessage().getBody(PageState.class).label(version(progress));
        progress.getMessage().setBody(new LiveState(label, report.words()));
        return progress;
    }
}
