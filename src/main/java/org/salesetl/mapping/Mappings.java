package org.salesetl.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.salesetl.SalesEtlProperties;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Labelled;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All mappings: those of the user, the built-in ones of known sources, and those of our own columns. */
@Component
public class Mappings {

    private final Map<Kind, Mapping> own = new EnumMap<>(Kind.class);
    private final List<Recogniser> ofSources;
    private final UserMappings ofUser;

    Mappings(SalesEtlProperties properties) {
        Map<Column, List<String>> aliases = aliases(properties.aliases());
        builtIn("own").forEach(mapping -> own.put(mapping.kind(), mapping.with(aliases)));
        this.ofSources = builtIn("sources").stream().map(Recogniser::new).toList();
        this.ofUser = new UserMappings(Path.of(properties.mappings()));
    }

    /** The mapping of files in our own columns. */
    public Mapping own(Kind kind) {
        Mapping mapping = own.get(kind);
        if (mapping == null) {
            throw new IllegalStateException("There is no mapping of our own columns of " + kind.label());
        }
        return mapping;
    }

    /**
     * The mappings that a header fits by the cells of its source. The mappings of the user come first: if one fits, the built-in
     * ones do not count. Of two mappings, the one that asks for all cells of the other and for more wins.
     *
     * @param cells the header's cells, normalised
     */
    public List<Mapping> recognising(Set<String> cells) {
        List<Mapping> users = mostExact(ofUser.recognisers(), cells);
        return users.isEmpty() ? mostExact(ofSources, cells) : users;
    }

    /** Whether this is a mapping of a known source that comes with the service. */
    public boolean isBuiltIn(Mapping mapping) {
        return ofSources.stream().anyMatch(source -> source.mapping().name().equals(mapping.name()));
    }

    /** What is wrong with mappings of the user that are therefore not used. */
    public List<String> problems() {
        return ofUser.problems();
    }

    private static List<Mapping> mostExact(List<Recogniser> sources, Set<String> cells) {
        List<Recogniser> fitting =
                sources.stream().filter(source -> source.recognises(cells)).toList();
        return fitting.stream()
                .filter(source -> fitting.stream().noneMatch(other -> other.isMoreExactThan(source)))
                .map(Recogniser::mapping)
                .toList();
    }

    private static List<Mapping> builtIn(String folder) {
        try {
            List<Mapping> mappings = new ArrayList<>();
            for (Resource resource : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:mappings/" + folder + "/*.yaml")) {
                mappings.add(read(String.valueOf(resource.getFilename()), resource.getContentAsString(UTF_8)));
            }
            return mappings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mapping read(String name, String yaml) {
        try {
            return MappingYaml.read(yaml);
        } catch (MappingException e) {
            throw new MappingException(name + ", " + e.getMessage());
        }
    }

    private static Map<Column, List<String>> aliases(Map<String, List<String>> configured) {
        Map<Column, List<String>> aliases = new EnumMap<>(Column.class);
        configured.forEach((name, others) -> {
            Column column = Stream.of(Column.values())
                    .filter(candidate ->
                            HeaderCell.normalised(candidate.label()).equals(HeaderCell.normalised(name)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("sales-etl.aliases." + name + ": expected one of "
                            + String.join(", ", Labelled.labels(Column.class)) + " but found " + name));
            aliases.merge(
                    column,
                    others,
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
        });
        return aliases;
    }
}
