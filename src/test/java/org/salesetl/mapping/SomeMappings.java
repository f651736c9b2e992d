package org.salesetl.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.salesetl.SalesEtlProperties;
import org.salesetl.SomeProperties;
import org.salesetl.registry.MappingConfiguration;
import org.salesetl.vocabulary.Kind;

/** Mappings as a test wants them. */
public final class SomeMappings {

    private SomeMappings() {}

    /** The mappings of the service with this configuration. */
    public static Mappings of(SalesEtlProperties properties) {
        try {
            return new MappingConfiguration().mappings(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mapping of our own columns. */
    public static Mapping own(Kind kind) {
        return of(SomeProperties.defaults()).own(kind);
    }

    /** The mapping in these lines. */
    public static Mapping yaml(String... lines) {
        return MappingYaml.read(String.join("\n", List.of(lines)));
    }
}
