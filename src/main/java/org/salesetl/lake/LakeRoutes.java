package org.salesetl.lake;

import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.ScheduledRoutes.cron;
import static org.salesetl.ScheduledRoutes.due;
import static org.salesetl.web.HttpAnswerRoutes.SEE_OTHER;

import org.apache.camel.Exchange;
import org.salesetl.SalesEtlProperties;
import org.salesetl.ledger.ScheduledJobs;
import org.salesetl.web.ConflictException;
import org.salesetl.web.HttpRoutes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Brings the lake up to date by night, and when an operator asks for it. */
@Component
class LakeRoutes extends HttpRoutes {

    static final String WRITE_LAKE = "write-lake";
    static final String WRITE_LAKE_BY_NIGHT = "write-lake-by-night";
    static final String ASK_FOR_LAKE = "ask-for-lake";
    static final String ASK_FOR_LAKE_FROM_PAGE = "ask-for-lake-from-page";

    private static final Logger log = LoggerFactory.getLogger(LakeRoutes.class);

    private final LakeCopy copy;
    private final SalesEtlProperties properties;
    private final ScheduledJobs jobs;

    LakeRoutes(LakeCopy copy, SalesEtlProperties properties, ScheduledJobs jobs) {
        this.copy = copy;
        this.properties = properties;
        this.jobs = jobs;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        post("/api/lake", ASK_FOR_LAKE, takes().mayConflict().answersNothing(202))
                .process(exchange -> begin())
                .wireTap(direct(WRITE_LAKE)).end()
                .setHeader(HTTP_RESPONSE_CODE, constant(202))
                .setBody(constant(""));

        postForm("/lake", ASK_FOR_LAKE_FROM_PAGE)
                .process(exchange -> begin())
                .wireTap(direct(WRITE_LAKE)).end()
                .setBody(constant("/etl"))
                .to(direct(SEE_OTHER));

        if (properties.lake().folder() != null && !properties.lake().schedule().isBlank()) {
            from(cron("lake", properties.lake().schedule(), properties.zone()))
                    .routeId(WRITE_LAKE_BY_NIGHT)
                    .filter(this::isOurs)
                        .to(direct(WRITE_LAKE))
                    .end();
        }

        from(direct(WRITE_LAKE))
                .routeId(WRITE_LAKE)
                .errorHandler(noErrorHandler())
                .process(exchange -> copy.write());
    }
    // spotless:on

    private void begin() {
        if (properties.lake().folder() == null) {
            throw new ConflictException("There is no lake: sales-etl.lake.folder names none");
        }
        if (!copy.begin()) {
            throw new ConflictException("The lake is being written already");
        }
    }

    /** Whether no other instance has this night, and nobody has asked for the lake just now. */
    private boolean isOurs(Exchange exchange) {
        try {
            return jobs.has(WRITE_LAKE_BY_NIGHT, due(exchange)) && copy.begin();
        } catch (DataAccessException e) {
            log.warn("The lake is written in the next night: {}", e.getMessage());
            return false;
        }
    }
}
