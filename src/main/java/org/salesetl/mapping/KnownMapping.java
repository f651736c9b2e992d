package org.salesetl.mapping;

import org.jspecify.annotations.Nullable;

/**
 * A mapping that is in use.
 *
 * @param text the mapping
 * @param origin where it comes from
 * @param replaces the origin of the mapping with the same name for which this one stands in; null if there is none
 */
public record KnownMapping(
        MappingText text, Origin origin, @Nullable Origin replaces) {

    public Mapping mapping() {
        return text.mapping();
    }

    public String name() {
        return text.name();
    }

    /** Whether somebody has saved it, so that it can be deleted. */
    public boolean isSaved() {
        return origin == Origin.DATABASE;
    }
}
