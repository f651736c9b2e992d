package org.salesetl.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mappings that people have saved, as the database had them last. One that this version of the service cannot read is not used,
 * and stops nothing else.
 *
 * @param sources the mappings that are right, in the order of their names
 * @param problems what is wrong with the others, each with its name
 */
record SavedMappings(List<Source> sources, List<String> problems) {

    static final SavedMappings NONE = new SavedMappings(List.of(), List.of());

    private static final Logger LOG = LoggerFactory.getLogger(SavedMappings.class);

    SavedMappings {
        sources = List.copyOf(sources);
        problems = List.copyOf(problems);
    }

    /** The mappings in these documents, each by its name. */
    static SavedMappings of(Map<String, String> documents) {
        List<Source> sources = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        documents.forEach((name, yaml) -> {
            try {
                sources.add(Source.of(MappingText.read(yaml)));
            } catch (MappingException e) {
                LOG.error("The saved mapping {} is not used: {}", name, e.getMessage());
                problems.add(name + ": " + e.getMessage());
            }
        });
        return new SavedMappings(sources, problems);
    }
}
