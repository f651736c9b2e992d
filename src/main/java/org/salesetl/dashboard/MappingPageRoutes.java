package org.salesetl.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.asBefore;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.tellEach;
import static org.salesetl.web.HttpAnswerRoutes.SEE_OTHER;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_PAGE;

import org.salesetl.answer.MappingPreview;
import org.salesetl.answer.MappingPreviewRoutes;
import org.salesetl.registry.MappingDocuments;
import org.salesetl.registry.MappingFiles;
import org.salesetl.registry.MappingListing;
import org.salesetl.registry.RegistryRoutes;
import org.salesetl.web.HttpRoutes;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Shows mappings, and takes what people change of them. */
@Component
class MappingPageRoutes extends HttpRoutes {

    static final String SHOW_MAPPINGS = "show-mappings";
    static final String SHOW_MAPPING = "show-mapping";
    static final String SAVE_MAPPING_ON_PAGE = "save-mapping-on-page";
    static final String PREVIEW_MAPPING_ON_PAGE = "preview-mapping-on-page";
    static final String DELETE_MAPPING_ON_PAGE = "delete-mapping-on-page";
    static final String SHOW_EDIT = "show-edit";

    /** The page of the mapping that was saved, while its document is the body. */
    private static final String PLACE = "place";

    private final MappingEdits edits;
    private final MappingPage page;
    private final MappingDocuments documents;

    MappingPageRoutes(MappingEdits edits, MappingPage page, MappingDocuments documents) {
        this.documents = documents;
        this.edits = edits;
        this.page = page;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        getPage("/mappings", SHOW_MAPPINGS)
                .to(direct(RegistryRoutes.LIST_MAPPINGS))
                .setBody(make(MappingListing.class, page::list))
                .to(direct(WRITE_PAGE));

        getPage("/mapping", SHOW_MAPPING)
                .enrich(direct(RegistryRoutes.REFRESH_MAPPINGS), asBefore())
                .setBody(makeOfRequest(edits::shown))
                .to(direct(SHOW_EDIT));

        postForm("/mapping", SAVE_MAPPING_ON_PAGE)
                .enrich(direct(RegistryRoutes.REFRESH_MAPPINGS), asBefore())
                .setBody(makeOfRequest(edits::written))
                .choice()
                    .when(is(MappingEdit.class, MappingEdit::isRight))
                        .setVariable(PLACE, make(MappingEdit.class, edit -> place(edit.text().name())))
                        .setVariable(BEFORE, make(MappingEdit.class, edit -> documents.yaml(edit.text().name())))
                        .setVariable(AFTER, make(MappingEdit.class, edit -> edit.text().yaml()))
                        .setBody(make(MappingEdit.class, MappingEdit::text))
                        .to(direct(RegistryRoutes.SAVE_MAPPING))
                        .setBody(variable(PLACE))
                        .to(direct(SEE_OTHER))
                    .otherwise()
                        .setHeader(HTTP_RESPONSE_CODE, constant(400))
                        .to(direct(SHOW_EDIT))
                .end();

        postForm("/mapping/preview", PREVIEW_MAPPING_ON_PAGE)
                .enrich(direct(RegistryRoutes.REFRESH_MAPPINGS), asBefore())
                .setBody(makeOfRequest(edits::tried))
                .split(make(MappingEdit.class, MappingEdit::previews), tellEach(MappingEdit.class, MappingPreview.class, MappingEdit::previewed))
                    .stopOnException()
                    .to(direct(MappingPreviewRoutes.PREVIEW_MAPPING))
                .end()
                .to(direct(SHOW_EDIT));

        postForm("/mapping/delete", DELETE_MAPPING_ON_PAGE)
                .setBody(makeOfRequest(MappingEdits::name))
                .setVariable(BEFORE, make(String.class, documents::yaml))
                .to(direct(RegistryRoutes.DELETE_MAPPING))
                .setBody(constant("/mappings"))
                .to(direct(SEE_OTHER));

        from(direct(SHOW_EDIT))
                .routeId(SHOW_EDIT)
                .errorHandler(noErrorHandler())
                .split(make(MappingEdit.class, edit -> new MappingFiles(edit.name())), tellEach(MappingEdit.class, MappingFiles.class, MappingEdit::found))
                    .stopOnException()
                    .to(direct(RegistryRoutes.LIST_FILES_OF_MAPPING))
                .end()
                .setBody(make(MappingEdit.class, page::one))
                .to(direct(WRITE_PAGE));
    }
    // spotless:on

    private static String place(String mapping) {
        return "/mapping?name=" + UriUtils.encode(mapping, UTF_8);
    }
}
