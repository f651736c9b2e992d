package org.salesetl.mapping;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Labelled;

/** All mappings: those that people have saved, those in the folder, the built-in ones of known sources, and those of our own columns. */
public class Mappings {

    private final Map<Kind, MappingText> own = new EnumMap<>(Kind.class);
    private final List<Source> builtIn;
    private final UserMappings inFolder;
    private volatile SavedMappings saved = SavedMappings.NONE;

    /**
     * @param own the YAML of the mappings of our own columns, by the names of the documents
     * @param sources the YAML of the known sources, likewise
     * @param aliases more names for our own columns
     * @param folder the folder with mappings of the user, which need not exist
     */
    public Mappings(
            Map<String, String> own, Map<String, String> sources, Map<String, List<String>> aliases, Path folder) {
        Map<Column, List<String>> more = aliases(aliases);
        read(own)
                .forEach(text -> this.own.put(
                        text.mapping().kind(),
                        more.isEmpty() ? text : MappingText.of(text.mapping().with(more))));
        this.builtIn = read(sources).map(Source::of).toList();
        this.inFolder = new UserMappings(folder);
    }

    /** The mapping of files in our own columns. */
    public Mapping own(Kind kind) {
        MappingText text = own.get(kind);
        if (text == null) {
            throw new IllegalStateException("There is no mapping of our own columns of " + kind.label());
        }
        return text.mapping();
    }

    /**
     * The mappings that a header fits by the cells of its source. Those that people have saved come first, then those in the folder:
     * if one fits, those that come later do not count. Of two mappings, the one that asks for all cells of the other and for more
     * wins.
     *
     * @param cells the header's cells, normalised
     */
    public List<Mapping> recognising(Set<String> cells) {
        Set<String> replaced = new HashSet<>();
        for (Origin origin : Origin.values()) {
            List<Source> sources = sources(origin).stream()
                    .filter(source -> !replaced.contains(source.name()))
                    .toList();
            List<Mapping> fitting = mostExact(sources, cells);
            if (!fitting.isEmpty()) {
                return fitting;
            }
            sources.forEach(source -> replaced.add(source.name()));
        }
        return List.of();
    }

    /** Whether this is a mapping of a known source that comes with the service. */
    public boolean isBuiltIn(Mapping mapping) {
        return named(mapping.name())
                .filter(known -> known.origin() == Origin.BUILT_IN)
                .filter(known -> !known.mapping().isOfOwnNames())
                .isPresent();
    }

    /** Whether somebody who knows the source has written the mapping: it comes with the service, or is in the folder. */
    public boolean isWritten(Mapping mapping) {
        return named(mapping.name())
                .filter(known -> known.origin() != Origin.DATABASE)
                .filter(known -> !known.mapping().isOfOwnNames())
                .isPresent();
    }

    /** All mappings that are in use, those that come first before the others. */
    public List<KnownMapping> known() {
        Map<String, KnownMapping> known = new LinkedHashMap<>();
        for (Origin origin : Origin.values()) {
            texts(origin)
                    .forEach(text -> known.merge(
                            text.name(),
                            new KnownMapping(text, origin, null),
                            (first, other) -> first.replaces() == null
                                    ? new KnownMapping(first.text(), first.origin(), other.origin())
                                    : first));
        }
        return List.copyOf(known.values());
    }

    /** The mapping of this name; empty if there is none. */
    public Optional<KnownMapping> named(String name) {
        return known().stream().filter(mapping -> mapping.name().equals(name)).findFirst();
    }

    /**
     * Takes over what people have saved.
     *
     * @param documents the document of each mapping by its name, in the order of the names
     */
    public void takeSaved(Map<String, String> documents) {
        saved = SavedMappings.of(documents);
    }

    /** What is wrong with mappings that people have saved or put into the folder, and that are therefore not used. */
    public List<String> problems() {
        return Stream.concat(saved.problems().stream(), inFolder.problems().stream())
                .toList();
    }

    private List<Source> sources(Origin origin) {
        return switch (origin) {
            case DATABASE -> saved.sources();
            case FOLDER -> inFolder.sources();
            case BUILT_IN -> builtIn;
        };
    }

    private Stream<MappingText> texts(Origin origin) {
        Stream<MappingText> texts = sources(origin).stream().map(Source::text);
        return origin == Origin.BUILT_IN ? Stream.concat(own.values().stream(), texts) : texts;
    }

    private static List<Mapping> mostExact(List<Source> sources, Set<String> cells) {
        List<Recogniser> fitting = sources.stream()
                .map(Source::recogniser)
                .filter(source -> source.recognises(cells))
                .toList();
        return fitting.stream()
                .filter(source -> fitting.stream().noneMatch(other -> other.isMoreExactThan(source)))
                .map(Recogniser::mapping)
                .toList();
    }

    private static Stream<MappingText> read(Map<String, String> documents) {
        return documents.entrySet().stream().map(document -> read(document.getKey(), document.getValue()));
    }

    private static MappingText read(String name, String yaml) {
        try {
            return MappingText.read(yaml);
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
