package org.salesetl.mapping;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Recognises the headers of one source. The cells are normalised once, since every header is held against every source. */
final class Recogniser {

    private final Mapping mapping;
    private final Set<String> needed;
    private final Set<String> excluded;

    Recogniser(Mapping mapping) {
        this.mapping = mapping;
        this.needed = normalised(mapping.recognisedBy());
        this.excluded = normalised(mapping.notWith());
    }

    private static Set<String> normalised(List<String> cells) {
        return cells.stream().map(HeaderCell::normalised).collect(Collectors.toUnmodifiableSet());
    }

    Mapping mapping() {
        return mapping;
    }

    /**
     * Whether a header has all cells by which the source is recognised, and none that it never has.
     *
     * @param cells the header's cells, normalised
     */
    boolean recognises(Set<String> cells) {
        return !needed.isEmpty()
                && cells.containsAll(needed)
                && excluded.stream().noneMatch(cells::contains);
    }

    /** Whether this source asks for all cells that another one asks for, and for more. */
    boolean isMoreExactThan(Recogniser other) {
        return needed.size() > other.needed.size() && needed.containsAll(other.needed);
    }
}
