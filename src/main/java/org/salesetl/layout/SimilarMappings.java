package org.salesetl.layout;

import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.KnownMapping;
import org.salesetl.mapping.Mapping;
import org.salesetl.mapping.Mappings;

/** Finds the mapping of a source that writes another header now: it had most cells of the header, and some more. */
@Named
class SimilarMappings {

    /** A mapping that is recognised by fewer cells is similar to many files. */
    private static final int LEAST_CELLS = 4;

    private static final double LEAST_SHARE = 0.7;

    private final Mappings mappings;

    SimilarMappings(Mappings mappings) {
        this.mappings = mappings;
    }

    /** The mapping that is most similar; empty if none is. */
    Optional<Mapping> of(Table table) {
        Set<String> cells = table.header().stream().map(HeaderCell::normalised).collect(Collectors.toSet());
        return mappings.known().stream()
                .map(KnownMapping::mapping)
                .filter(mapping ->
                        mapping.refusal() == null && mapping.recognisedBy().size() >= LEAST_CELLS)
                .filter(mapping -> share(mapping, cells) >= LEAST_SHARE)
                .max(Comparator.comparingDouble(mapping -> share(mapping, cells)));
    }

    private static double share(Mapping mapping, Set<String> cells) {
        long there = mapping.recognisedBy().stream()
                .filter(cell -> cells.contains(HeaderCell.normalised(cell)))
                .count();
        return there / (double) mapping.recognisedBy().size();
    }

    /** What a header lacks of a mapping, as a sentence. */
    static String lacking(Mapping mapping, Table table) {
        List<String> gone = mapping.recognisedBy().stream()
                .filter(cell -> table.places(cell).isEmpty())
                .map(UnknownHeader::quoted)
                .toList();
        return "The file looks like one of " + mapping.name() + ", but lacks " + String.join(" and ", gone) + ".";
    }
}
