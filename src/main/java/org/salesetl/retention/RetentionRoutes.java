package org.salesetl.retention;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.ScheduledRoutes.cron;
import static org.salesetl.ScheduledRoutes.due;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.makeOf;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.ledger.ScheduledJobs;
import org.salesetl.web.HttpRoutes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Deletes by night what has been announced, announces what is old, and shows both. */
@Component
public class RetentionRoutes extends HttpRoutes {

    /** Gives the list of {@link Announcement}s that stand. */
    public static final String LIST_ANNOUNCEMENTS = "list-announcements";

    /** Gives the number of files that retention has deleted in the archive so far. */
    public static final String COUNT_DELETED_FILES = "count-deleted-files";

    /** Gives the number of rows that retention has deleted in the quarantine so far. */
    public static final String COUNT_DELETED_ROWS = "count-deleted-rows";

    /** Deletes what is due, and then announces what has become old. */
    static final String DELETE_OLD_THINGS = "delete-old-things";

    static final String DELETE_BY_NIGHT = "delete-by-night";
    static final String SHOW_RETENTION = "show-retention";
    static final String SERVE_RETENTION = "serve-retention";

    private static final Logger log = LoggerFactory.getLogger(RetentionRoutes.class);

    private final Retention retention;
    private final RetentionPage page;
    private final SalesEtlProperties properties;
    private final ScheduledJobs jobs;

    RetentionRoutes(Retention retention, RetentionPage page, SalesEtlProperties properties, ScheduledJobs jobs) {
        this.jobs = jobs;
        this.retention = retention;
        this.page = page;
        this.properties = properties;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        getPage("/retention", SHOW_RETENTION)
                .setBody(makeOfRequest(request -> page.page(report(false))))
                .to(direct(WRITE_PAGE));

        get("/api/retention", SERVE_RETENTION, takes().answers(RetentionReport.class))
                .policy(FEW_ARCHIVED_FILES)
                    .setBody(makeOfRequest(request -> report(true)))
                .end()
                .to(direct(WRITE_JSON));

        from(direct(LIST_ANNOUNCEMENTS))
                .routeId(LIST_ANNOUNCEMENTS)
                .errorHandler(noErrorHandler())
                .setBody(makeOf(exchange -> page.announcements(pending())));

        from(direct(COUNT_DELETED_FILES))
                .routeId(COUNT_DELETED_FILES)
                .errorHandler(noErrorHandler())
                .setBody(constant(Map.of("subject", Subject.ARCHIVE.label())))
                .to(query("retention/sum-deleted").outputType("SelectOne"));

        from(direct(COUNT_DELETED_ROWS))
                .routeId(COUNT_DELETED_ROWS)
                .errorHandler(noErrorHandler())
                .setBody(constant(Map.of("subject", Subject.QUARANTINE.label())))
                .to(query("retention/sum-deleted").outputType("SelectOne"));

        if (!properties.keep().schedule().isBlank()) {
            from(cron("retention", properties.keep().schedule(), properties.zone()))
                    .routeId(DELETE_BY_NIGHT)
                    .filter(this::isOurs)
                        .doTry()
                            .to(direct(DELETE_OLD_THINGS))
                        .doCatch(Exception.class)
                            .log(LoggingLevel.WARN, "The next night looks for what is old: ${exception.message}")
                        .endDoTry()
                    .end();
        }

        from(direct(DELETE_OLD_THINGS))
                .routeId(DELETE_OLD_THINGS)
                .errorHandler(noErrorHandler())
                .setBody(makeOf(exchange -> retention.begin()))
                .loopDoWhile(this::goesOn)
                    .process(on(Night.class, retention::deleteSome))
                    .delay(make(Night.class, Night::pauseMillis)).syncDelayed().end()
                .end()
                .process(exchange -> retention.announce());
    }
    // spotless:on

    /** Whether no other instance has this night. */
    private boolean isOurs(Exchange exchange) {
        try {
            return jobs.has(DELETE_BY_NIGHT, due(exchange));
        } catch (DataAccessException e) {
            log.warn("The next night looks for what is old: {}", e.getMessage());
            return false;
        }
    }

    private boolean goesOn(Exchange exchange) {
        return !exchange.getContext().isStopping()
                && retention.goesOn(exchange.getMessage().getBody(Night.class));
    }

    private List<Notice> pending() {
        return retention.notices().stream().filter(Notice::isPending).toList();
    }

    private RetentionReport report(boolean look) {
        List<Notice> notices = retention.notices();
        List<RetentionReport.Entry> subjects = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            subjects.add(new RetentionReport.Entry(
                    subject,
                    retention.kept(subject),
                    retention.border(subject),
                    look && retention.kept(subject) != null ? retention.look(subject) : null,
                    notice(notices, subject)));
        }
        return new RetentionReport(
                subjects, notices.stream().filter(notice -> !notice.isPending()).toList());
    }

    private static @Nullable Notice notice(List<Notice> notices, Subject subject) {
        return notices.stream()
                .filter(notice -> notice.isPending() && notice.subject() == subject)
                .findFirst()
                .orElse(null);
    }
}
