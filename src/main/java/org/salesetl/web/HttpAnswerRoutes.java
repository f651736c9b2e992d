package org.salesetl.web;

import static org.apache.camel.Exchange.CONTENT_TYPE;
import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.salesetl.cache.VersionRoutes.NOTE_VERSION;

import org.apache.camel.LoggingLevel;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.salesetl.QueryRoutes;
import org.salesetl.cache.Memories;
import org.salesetl.cache.OncePerVersionPolicy;
import org.springframework.stereotype.Component;

/** How answers are written. */
@Component
public class HttpAnswerRoutes extends QueryRoutes {

    /** Writes the body as JSON. */
    public static final String WRITE_JSON = "write-json";

    /** Writes a {@link Table} as a file of CSV. */
    public static final String WRITE_CSV = "write-csv";

    /** Writes a {@link Table} as a workbook. */
    public static final String WRITE_WORKBOOK = "write-workbook";

    /** Renders a {@link Page}. */
    public static final String WRITE_PAGE = "write-page";

    static final String DESCRIBE_FRAME = "describe-frame";
    static final String COUNT_QUARANTINED = "count-quarantined";
    static final String WRITE_PROBLEM = "write-problem";
    static final String WRITE_ERROR_PAGE = "write-error-page";

    private static final String CONTENT_DISPOSITION = "Content-Disposition";

    private final OncePerVersionPolicy once;

    HttpAnswerRoutes(Memories memories) {
        this.once = memories.oncePerVersion("quarantined");
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(WRITE_JSON))
                .routeId(WRITE_JSON)
                .marshal()
                .json(JsonLibrary.Jackson)
                .setHeader(CONTENT_TYPE, constant("application/json"));

        // sent as they are: a copy would be made of each, and the export count as done before its reader has it
        from(direct(WRITE_CSV))
                .routeId(WRITE_CSV)
                .streamCache("false")
                .setHeader(CONTENT_DISPOSITION, simple("attachment; filename=\"${body.name}.csv\""))
                .bean(TableFiles.class, "csv")
                .setHeader(CONTENT_TYPE, constant("text/csv; charset=utf-8"));

        from(direct(WRITE_WORKBOOK))
                .routeId(WRITE_WORKBOOK)
                .streamCache("false")
                .setHeader(CONTENT_DISPOSITION, simple("attachment; filename=\"${body.name}.xlsx\""))
                .bean(TableFiles.class, "xlsx")
                .setHeader(
                        CONTENT_TYPE,
                        constant("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));

        from(direct(WRITE_PAGE))
                .routeId(WRITE_PAGE)
                .setVariable("page", body())
                .to(direct(DESCRIBE_FRAME))
                .bean(PageRenderer.class, "render(${variable.page}, ${body}, ${variable.request})")
                .setHeader(CONTENT_TYPE, constant("text/html; charset=utf-8"));

        // a page that says that the database is away has to do without it, and so has any other page meanwhile
        from(direct(DESCRIBE_FRAME))
                .routeId(DESCRIBE_FRAME)
                .choice()
                    .when(header(HTTP_RESPONSE_CODE).isEqualTo(503))
                        .bean(Frames.class, "withoutDatabase")
                    .otherwise()
                        .doTry()
                            .to(direct(NOTE_VERSION))
                            .to(direct(COUNT_QUARANTINED))
                            .setVariable("quarantined", body())
                            .to(query("find-running-run").outputType("SelectOne"))
                            .bean(Frames.class, "frame(${variable.version}, ${variable.quarantined}, ${body})")
                        .doCatch(Exception.class)
                            .log(LoggingLevel.WARN, "The database cannot describe the frame of a page: ${exception.message}")
                            .bean(Frames.class, "withoutDatabase")
                        .end()
                .end();

        from(direct(COUNT_QUARANTINED))
                .routeId(COUNT_QUARANTINED)
                .policy(once)
                    .to(query("web/count-quarantined").outputType("SelectOne"))
                .end();

        from(direct(WRITE_PROBLEM))
                .routeId(WRITE_PROBLEM)
                .bean(Problem.class, "of(${header.CamelHttpResponseCode}, ${exception}, ${variable.request})")
                .marshal()
                .json(JsonLibrary.Jackson)
                .setHeader(CONTENT_TYPE, constant("application/problem+json"));

        from(direct(WRITE_ERROR_PAGE))
                .routeId(WRITE_ERROR_PAGE)
                .bean(Problem.class, "of(${header.CamelHttpResponseCode}, ${exception}, ${variable.request})")
                .bean(Page.class, "problem")
                .to(direct(WRITE_PAGE));
    }
    // spotless:on
}
