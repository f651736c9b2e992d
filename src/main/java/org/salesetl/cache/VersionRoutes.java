package org.salesetl.cache;

import org.salesetl.QueryRoutes;
import org.springframework.stereotype.Component;

/** Tells which state the warehouse is in. */
@Component
public class VersionRoutes extends QueryRoutes {

    /**
     * Sets the variable {@link #VERSION}, unless the exchange has it already: all that one request shows has one version.
     * The body stays as it is.
     *
     * <p>Whoever notes the version before reading anything else may keep what was read for as long as the version lasts: it
     * can be newer than the version says, but never older.
     */
    public static final String NOTE_VERSION = "note-version";

    /** The {@link WarehouseVersion}, as a variable of the exchange. */
    public static final String VERSION = "version";

    // spotless:off: indented by nesting
    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct(NOTE_VERSION))
                .routeId(NOTE_VERSION)
                .filter(variable(VERSION).isNull())
                    .toV(queryUri("cache/select-version") + "&outputType=SelectOne", null, VERSION)
                    .setVariable(VERSION, method(Memories.class, "note(${variable.version})"))
                .end();
    }
    // spotless:on
}
