package org.salesetl.web;

import static org.apache.camel.Exchange.CONTENT_TYPE;
import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.failure;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.makeOfRow;
import static org.salesetl.TypedSteps.makeOfRows;
import static org.salesetl.TypedSteps.withValue;
import static org.salesetl.cache.VersionRoutes.NOTE_VERSION;
import static org.salesetl.cache.VersionRoutes.version;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.salesetl.QueryRoutes;
import org.salesetl.cache.AnswerCaches;
import org.salesetl.cache.OncePerVersionPolicy;
import org.salesetl.personal.PersonalData;
import org.springframework.stereotype.Component;

/** Writes the answers to requests. */
@Component
public class HttpAnswerRoutes extends QueryRoutes {

    /** Writes the body as JSON. */
    public static final String WRITE_JSON = "write-json";

    /** Fails with a {@link BusyException} if there are too many exports. A route whose rows are read while they are written asks first. */
    public static final String ADMIT_EXPORT = "admit-export";

    /** Writes a {@link Table} as a CSV file. */
    public static final String WRITE_CSV = "write-csv";

    /** Writes a {@link Table} as a workbook. */
    public static final String WRITE_WORKBOOK = "write-workbook";

    /** Renders a {@link Page}. */
    public static final String WRITE_PAGE = "write-page";

    /** Leads the browser to the page whose path is the body. */
    public static final String SEE_OTHER = "see-other";

    /** Gives the number of questions that files wait for. */
    public static final String COUNT_QUESTIONS = "count-questions";

    /**
     * Gives the {@link PageState}. The caller has to call {@link org.salesetl.cache.VersionRoutes#NOTE_VERSION} before, so that the state is
     * never older than the version.
     */
    public static final String DESCRIBE_STATE = "describe-state";

    static final String DESCRIBE_FRAME = "describe-frame";
    static final String COUNT_QUARANTINED = "count-quarantined";
    static final String WRITE_PROBLEM = "write-problem";
    static final String WRITE_ERROR_PAGE = "write-error-page";

    private static final String CONTENT_DISPOSITION = "Content-Disposition";

    private final TableFiles files;
    private final Frames frames;
    private final PageRenderer renderer;
    private final Exports exports;
    private final OncePerVersionPolicy once;
    private final OncePerVersionPolicy onceOfGuests;
    private final StoredSentences sentences;

    /** Writes JSON without e-mail addresses. */
    private final ObjectMapper masked;

    HttpAnswerRoutes(
            TableFiles files,
            Frames frames,
            PageRenderer renderer,
            AnswerCaches caches,
            StoredSentences sentences,
            Exports exports,
            ObjectMapper json) {
        this.exports = exports;
        this.sentences = sentences;
        this.masked = json.copy().registerModule(new SimpleModule().addSerializer(String.class, new MaskedText()));
        this.files = files;
        this.frames = frames;
        this.renderer = renderer;
        this.once = caches.oncePerVersion("quarantined");
        this.onceOfGuests = caches.oncePerVersion("guests");
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(WRITE_JSON))
                .routeId(WRITE_JSON)
                .choice()
                    .when(HttpAnswerRoutes::isMasked)
                        .setBody(make(Object.class, masked::writeValueAsBytes))
                    .otherwise()
                        .marshal()
                        .json(JsonLibrary.Jackson)
                .end()
                .setHeader(CONTENT_TYPE, constant("application/json"));

        from(direct(ADMIT_EXPORT)).routeId(ADMIT_EXPORT).process(exchange -> exports.requireRoom());

        // without a stream cache: that would copy each export, and the export would count as done before its reader has it
        from(direct(WRITE_CSV))
                .routeId(WRITE_CSV)
                .streamCache("false")
                .setHeader(CONTENT_DISPOSITION, make(Table.class, table -> attachment(table, "csv")))
                .setBody(HttpRoutes.makeWithRequest(Table.class, (table, request) -> files.csv(table.seenBy(request.caller()))))
                .setHeader(CONTENT_TYPE, constant("text/csv; charset=utf-8"));

        from(direct(WRITE_WORKBOOK))
                .routeId(WRITE_WORKBOOK)
                .streamCache("false")
                .setHeader(CONTENT_DISPOSITION, make(Table.class, table -> attachment(table, "xlsx")))
                .setBody(HttpRoutes.makeWithRequest(Table.class, (table, request) -> files.xlsx(table.seenBy(request.caller()))))
                .setHeader(
                        CONTENT_TYPE,
                        constant("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));

        from(direct(WRITE_PAGE))
                .routeId(WRITE_PAGE)
                .enrich(direct(DESCRIBE_FRAME), withValue(Page.class, Frame.class, FramedPage::new))
                .setBody(HttpRoutes.makeWithRequest(FramedPage.class, (framed, request) -> request.caller().seen(renderer.render(framed.page(), framed.frame(), request))))
                .setHeader(CONTENT_TYPE, constant("text/html; charset=utf-8"));

        from(direct(SEE_OTHER))
                .routeId(SEE_OTHER)
                .setHeader("Location", body())
                .setHeader(HTTP_RESPONSE_CODE, constant(303))
                .setBody(constant(""));

        // pages need a frame also while the database does not answer
        from(direct(DESCRIBE_FRAME))
                .routeId(DESCRIBE_FRAME)
                .choice()
                    .when(header(HTTP_RESPONSE_CODE).isEqualTo(503))
                        .setBody(exchange -> frames.withoutDatabase())
                    .otherwise()
                        .doTry()
                            .to(direct(NOTE_VERSION))
                            .to(direct(DESCRIBE_STATE))
                            .setBody(this::frame)
                            .enrich(direct(COUNT_QUARANTINED), withValue(Frame.class, Long.class, Frame::withQuarantined))
                        .doCatch(Exception.class)
                            .log(LoggingLevel.WARN, "The database cannot describe the frame of a page: ${exception.message}")
                            .setBody(exchange -> frames.withoutDatabase())
                        .end()
                .end();

        from(direct(DESCRIBE_STATE))
                .routeId(DESCRIBE_STATE)
                .to(query("web/select-state").outputType("SelectOne"))
                .setBody(makeOfRow(PageState::of))
                .enrich(direct(COUNT_QUESTIONS), withValue(PageState.class, Long.class, PageState::withQuestions));

        from(direct(COUNT_QUARANTINED))
                .routeId(COUNT_QUARANTINED)
                .policy(once)
                    .to(query("web/count-quarantined").outputType("SelectOne"))
                .end();

        from(direct(COUNT_QUESTIONS))
                .routeId(COUNT_QUESTIONS)
                .to(direct(NOTE_VERSION))
                .policy(onceOfGuests)
                    .to(query("web/select-headers-of-guests"))
                    .setBody(makeOfRows(GuestHeaders::of))
                .end()
                .to(query("web/count-questions").outputType("SelectOne"));

        from(direct(WRITE_PROBLEM))
                .routeId(WRITE_PROBLEM)
                .setBody(this::problemOfApi)
                .to(direct(WRITE_JSON))
                .setHeader(CONTENT_TYPE, constant("application/problem+json"));

        from(direct(WRITE_ERROR_PAGE))
                .routeId(WRITE_ERROR_PAGE)
                .setBody(exchange -> Page.problem(problem(exchange)))
                .to(direct(WRITE_PAGE));
    }
    // spotless:on

    private static final class MaskedText extends StdScalarSerializer<String> {

        MaskedText() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(PersonalData.withoutAddresses(text));
        }
    }

    private static String attachment(Table table, String ending) {
        return "attachment; filename=\"" + table.name() + "." + ending + "\"";
    }

    private static boolean isMasked(Exchange exchange) {
        return HttpRoutes.asked(exchange).caller().masked();
    }

    private Frame frame(Exchange exchange) {
        return frames.frame(version(exchange), exchange.getMessage().getBody(PageState.class));
    }

    /** A problem of the API is in English, unless the client would rather have the language of the installation, as scripts of pages. */
    private Problem problemOfApi(Exchange exchange) {
        Problem problem = problem(exchange);
        return HttpRoutes.asked(exchange).prefers(sentences.language()) ? problem.in(sentences) : problem;
    }

    private static Problem problem(Exchange exchange) {
        int status = exchange.getMessage().getHeader(HTTP_RESPONSE_CODE, Integer.class);
        return Problem.of(status, failure(exchange), HttpRoutes.asked(exchange));
    }
}
