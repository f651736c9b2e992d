package org.salesetl.registry;

import static org.apache.camel.Exchange.CONTENT_TYPE;
import static org.apache.camel.Exchange.HTTP_RESPONSE_CODE;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.salesetl.TypedSteps.asBefore;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.registry.RegistryRoutes.DELETE_MAPPING;
import static org.salesetl.registry.RegistryRoutes.LIST_MAPPINGS;
import static org.salesetl.registry.RegistryRoutes.REFRESH_MAPPINGS;
import static org.salesetl.registry.RegistryRoutes.SAVE_MAPPING;
import static org.salesetl.web.HttpAnswerRoutes.WRITE_JSON;

import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.KnownMapping;
import org.salesetl.mapping.MappingText;
import org.salesetl.mapping.MappingYaml;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.HttpRoutes;
import org.salesetl.web.Input;
import org.salesetl.web.Parameter;
import org.salesetl.web.WebRequest;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Lists, shows, saves and deletes mappings by HTTP, as JSON or as YAML. */
@Component
class MappingApiRoutes extends HttpRoutes {

    static final String SERVE_MAPPINGS = "serve-mappings";
    static final String SERVE_MAPPING = "serve-mapping";
    static final String PUT_MAPPING = "put-mapping";
    static final String REMOVE_MAPPING = "remove-mapping";
    static final String EXPORT_MAPPING = "export-mapping";
    static final String WRITE_MAPPING = "write-mapping";
    static final String WRITE_YAML = "write-yaml";

    private static final String STATUS = "status";

    private static final Input NAME = Input.required("name", Input.text(Input.LONGEST_TEXT));
    private static final Parameter<@Nullable String> EXPORTED = Parameter.needed("name");

    private final MappingDocuments documents;

    MappingApiRoutes(MappingDocuments documents) {
        this.documents = documents;
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        get("/api/mappings", SERVE_MAPPINGS, takes().answers(MappingListing.class).orYaml())
                .choice()
                    .when(prefersYaml())
                        .enrich(direct(REFRESH_MAPPINGS), asBefore())
                        .setBody(makeOfRequest(request -> documents.all()))
                        .to(direct(WRITE_YAML))
                    .otherwise()
                        .to(direct(LIST_MAPPINGS))
                        .to(direct(WRITE_JSON))
                .end();

        get("/api/mappings/{name}", SERVE_MAPPING, takes(NAME).answers(Map.class).orYaml())
                .enrich(direct(REFRESH_MAPPINGS), asBefore())
                .setBody(makeOfRequest(request -> documents.named(request.lastSegment())))
                .to(direct(WRITE_MAPPING));

        put("/api/mappings/{name}", PUT_MAPPING, takes(NAME).withYaml().answers(Map.class).orYaml().answers(201, Map.class).orYaml(201))
                // first of all, because another route would read the stream
                .setBody(makeWithRequest(InputStream.class, (body, request) -> documents.read(request.lastSegment(), body)))
                .enrich(direct(REFRESH_MAPPINGS), asBefore())
                .setVariable(BEFORE, makeOfRequest(request -> documents.yaml(request.lastSegment())))
                .setVariable(AFTER, make(MappingText.class, MappingText::yaml))
                .setVariable(STATUS, makeOfRequest(request -> documents.find(request.lastSegment()).isPresent() ? 200 : 201))
                .to(direct(SAVE_MAPPING))
                .setBody(makeOfRequest(request -> documents.named(request.lastSegment())))
                .to(direct(WRITE_MAPPING))
                .setHeader(HTTP_RESPONSE_CODE, variable(STATUS));

        delete("/api/mappings/{name}", REMOVE_MAPPING, takes(NAME).mayConflict().answersNothing(204))
                .setVariable(BEFORE, makeOfRequest(request -> documents.yaml(request.lastSegment())))
                .setBody(makeOfRequest(request -> request.lastSegment()))
                .to(direct(DELETE_MAPPING))
                .setHeader(HTTP_RESPONSE_CODE, constant(204))
                .setBody(constant(""));

        get("/mapping.yaml", EXPORT_MAPPING, takes(EXPORTED).answersFile(MediaType.APPLICATION_YAML_VALUE))
                .enrich(direct(REFRESH_MAPPINGS), asBefore())
                .setBody(makeOfRequest(request -> documents.named(exported(request))))
                .setHeader("Content-Disposition", make(KnownMapping.class, MappingApiRoutes::attachment))
                .setBody(make(KnownMapping.class, mapping -> mapping.text().yaml()))
                .to(direct(WRITE_YAML));

        from(direct(WRITE_MAPPING))
                .routeId(WRITE_MAPPING)
                .errorHandler(noErrorHandler())
                .setHeader("ETag", make(KnownMapping.class, mapping -> '"' + mapping.text().version() + '"'))
                .choice()
                    .when(prefersYaml())
                        .setBody(make(KnownMapping.class, mapping -> mapping.text().yaml()))
                        .to(direct(WRITE_YAML))
                    .otherwise()
                        .setBody(make(KnownMapping.class, mapping -> MappingYaml.json(mapping.mapping())))
                        .to(direct(WRITE_JSON))
                .end();

        from(direct(WRITE_YAML))
                .routeId(WRITE_YAML)
                .errorHandler(noErrorHandler())
                .setHeader(CONTENT_TYPE, constant(MediaType.APPLICATION_YAML_VALUE));
    }
    // spotless:on

    private static String exported(WebRequest request) {
        String name = EXPORTED.of(request);
        if (name == null) {
            throw new BadRequestException("name", "the name of a mapping", "nothing");
        }
        return name;
    }

    private static String attachment(KnownMapping mapping) {
        return "attachment; filename=\""
                + mapping.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".yaml\"";
    }

    private static Predicate prefersYaml() {
        return (Exchange exchange) -> asked(exchange).prefers(MediaType.APPLICATION_YAML);
    }
}
