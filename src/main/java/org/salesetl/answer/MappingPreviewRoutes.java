package org.salesetl.answer;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.on;
import static org.salesetl.TypedSteps.tellRow;
import static org.salesetl.TypedSteps.tellRows;

import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;

/** Shows what a mapping would make of a file before somebody saves it. */
@Component
public class MappingPreviewRoutes extends HttpRoutes {

    /** Takes a {@link MappingPreview}, and fills it. */
    public static final String PREVIEW_MAPPING = "preview-mapping";

    private final Previews previews;

    MappingPreviewRoutes(Previews previews) {
        this.previews = previews;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        from(direct(PREVIEW_MAPPING))
                .routeId(PREVIEW_MAPPING)
                .errorHandler(noErrorHandler())
                .enrich(query("answer/select-last-file-of-mapping").outputType("SelectOne"), tellRow(MappingPreview.class, MappingPreview::found))
                .enrich(query("answer/select-answers"), tellRows(MappingPreview.class, MappingPreview::answered))
                .policy(FEW_ARCHIVED_FILES)
                    .process(on(MappingPreview.class, previews::show))
                .end();
    }
    // spotless:on
}
