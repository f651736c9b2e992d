package org.salesetl.leftout;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.tell;
import static org.salesetl.TypedSteps.tellRow;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;

import org.salesetl.web.HttpRoutes;
import org.salesetl.web.Words;
import org.springframework.stereotype.Component;

/** Lists the rows of a file that are no sale. */
@Component
public class LeftOutRoutes extends HttpRoutes {

    /** Takes a {@link LeftOutQuery} and gives the {@link LeftOutListing}. */
    public static final String LIST_LEFT_OUT_ROWS = "list-left-out-rows";

    static final String SERVE_LEFT_OUT_ROWS = "serve-left-out-rows";

    private final Words words;

    LeftOutRoutes(Words words) {
        this.words = words;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        get("/api/files/{file}/left-out", SERVE_LEFT_OUT_ROWS, takes(LeftOutQuery.INPUTS).answers(LeftOutListing.class))
                .setBody(makeOfRequest(LeftOutQuery::of))
                .to(direct(LIST_LEFT_OUT_ROWS))
                .to(direct(WRITE_JSON));

        from(direct(LIST_LEFT_OUT_ROWS))
                .routeId(LIST_LEFT_OUT_ROWS)
                .errorHandler(noErrorHandler())
                .setBody(make(LeftOutQuery.class, LeftOutDraft::new))
                .enrich(query("leftout/select-file").outputType("SelectOne"), tellRow(LeftOutDraft.class, LeftOutDraft::named))
                .enrich(query("leftout/select"), tellRows(LeftOutDraft.class, LeftOutDraft::found))
                .enrich(query("leftout/count").outputType("SelectOne"), tell(LeftOutDraft.class, Long.class, LeftOutDraft::counted))
                .setBody(make(LeftOutDraft.class, draft -> draft.listing(words)));
    }
    // spotless:on
}
