package org.salesetl.registry;

import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.direct;
import static org.apache.camel.builder.endpoint.StaticEndpointBuilders.sql;
import static org.salesetl.TypedSteps.asBefore;
import static org.salesetl.TypedSteps.is;
import static org.salesetl.TypedSteps.make;
import static org.salesetl.TypedSteps.makeOfRows;
import static org.salesetl.TypedSteps.tellRows;
import static org.salesetl.TypedSteps.tellValue;
import static org.salesetl.cache.VersionRoutes.NOTE_VERSION;

import org.salesetl.QueryRoutes;
import org.salesetl.cache.AnswerCaches;
import org.salesetl.cache.OncePerVersionPolicy;
import org.salesetl.mapping.MappingText;
import org.springframework.stereotype.Component;

/** Saves and deletes mappings in the database, and hands them to {@link org.salesetl.mapping.Mappings}. */
@Component
public class RegistryRoutes extends QueryRoutes {

    /**
     * Takes a {@link MappingText} and saves the mapping under its name: it counts before all others, and stands in for one with the same
     * name. {@link MappingText#of} makes the text of a mapping. Fails with a {@link org.salesetl.mapping.MappingException} if the mapping
     * cannot be saved, and with a {@link org.salesetl.web.ConflictException} if there are too many.
     */
    public static final String SAVE_MAPPING = "save-mapping";

    /**
     * Takes the name of a mapping and deletes the saved mapping. Fails with a {@link org.salesetl.web.ConflictException} if the mapping is
     * not saved but in the folder or built in, and with a {@link org.salesetl.web.NotFoundException} if there is none.
     */
    public static final String DELETE_MAPPING = "delete-mapping";

    /**
     * Reads the saved mappings if somebody has changed one, perhaps on another instance. Costs one look-up in an index if nobody has. Do
     * not ask within a transaction, which may see an older state.
     */
    public static final String REFRESH_MAPPINGS = "refresh-mappings";

    /** Gives the {@link MappingListing}. */
    public static final String LIST_MAPPINGS = "list-mappings";

    /** Takes empty {@link MappingFiles} of a mapping, and fills them. */
    public static final String LIST_FILES_OF_MAPPING = "list-files-of-mapping";

    /** Gives the rows of {@code count-files-of-mappings.sql}. */
    static final String COUNT_FILES_OF_MAPPINGS = "count-files-of-mappings";

    static final String ENTER_CHANGE = "enter-change";

    private final Registry registry;
    private final OncePerVersionPolicy once;

    RegistryRoutes(Registry registry, AnswerCaches caches) {
        this.registry = registry;
        this.once = caches.oncePerVersion("files-of-mappings");
    }

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(SAVE_MAPPING))
                .routeId(SAVE_MAPPING)
                .enrich(direct(REFRESH_MAPPINGS), asBefore())
                .setBody(make(MappingText.class, registry::saving))
                .to(direct(ENTER_CHANGE));

        from(direct(DELETE_MAPPING))
                .routeId(DELETE_MAPPING)
                .enrich(direct(REFRESH_MAPPINGS), asBefore())
                .setBody(make(String.class, registry::deleting))
                .to(direct(ENTER_CHANGE));

        from(direct(ENTER_CHANGE))
                .routeId(ENTER_CHANGE)
                .to(sql("classpath:sql/registry/insert-change.sql"))
                .to(sql("classpath:sql/registry/delete-oldest-changes.sql"))
                .removeHeaders("*")
                .enrich(direct(REFRESH_MAPPINGS), asBefore());

        from(direct(REFRESH_MAPPINGS))
                .routeId(REFRESH_MAPPINGS)
                .to(query("registry/select-newest-change").outputType("SelectOne"))
                .filter(is(Number.class, registry::isBehind))
                    .to(query("registry/select-saved-mappings"))
                    .setBody(makeOfRows(registry::take))
                .end();

        from(direct(LIST_MAPPINGS))
                .routeId(LIST_MAPPINGS)
                .enrich(direct(REFRESH_MAPPINGS), asBefore())
                .to(direct(COUNT_FILES_OF_MAPPINGS))
                .setBody(makeOfRows(registry::listing));

        from(direct(COUNT_FILES_OF_MAPPINGS))
                .routeId(COUNT_FILES_OF_MAPPINGS)
                .to(direct(NOTE_VERSION))
                .policy(once)
                    .to(query("registry/count-files-of-mappings"))
                .end();

        from(direct(LIST_FILES_OF_MAPPING))
                .routeId(LIST_FILES_OF_MAPPING)
                .enrich(query("registry/select-files-of-mapping"), tellRows(MappingFiles.class, MappingFiles::files))
                .enrich(direct(COUNT_FILES_OF_MAPPINGS), tellRows(MappingFiles.class, MappingFiles::counts))
                .enrich(query("registry/select-changes-of-mapping"), tellRows(MappingFiles.class, MappingFiles::changes))
                .enrich(query("registry/select-last-rereading").outputType("SelectOne"), tellValue(MappingFiles.class, Number.class, MappingFiles::lastRereading))
                .enrich(query("registry/select-last-document").outputType("SelectOne"), tellValue(MappingFiles.class, String.class, MappingFiles::lastDocument));
    }
    // spotless:on
}
