package org.salesetl.registry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.KnownMapping;
import org.salesetl.mapping.Origin;
import org.salesetl.sql.SqlRow;

/**
 * The mappings in use, as JSON and the page show them.
 *
 * @param mappings those that come first before the others
 * @param problems what is wrong with mappings that are not used
 * @param broken the names of saved mappings that this version of the service cannot read
 * @param unused the names of mappings that read no new files, but whose documents are kept: people have deleted them, or answers about
 *     a file have made them
 */
public record MappingListing(List<Entry> mappings, List<String> problems, List<String> broken, List<String> unused) {

    /**
     * A mapping.
     *
     * @param kind what its files bring
     * @param origin database, folder or built_in
     * @param replaces the origin of the mapping with the same name for which this one stands in; null if there is none
     * @param version the {@link org.salesetl.mapping.Mapping#version}
     * @param files how many loaded files it has read last, each content once
     * @param otherFiles how many of them it has read in another version
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            String name,
            String kind,
            String origin,
            @Nullable String replaces,
            String version,
            long files,
            long otherFiles) {

        /** Whether it comes from a place. */
        @JsonIgnore
        public boolean isFrom(Origin place) {
            return origin.equals(place.label());
        }
    }

    static MappingListing of(
            List<KnownMapping> known,
            List<SqlRow> counts,
            List<String> problems,
            List<String> broken,
            List<String> unused) {
        return new MappingListing(
                known.stream().map(mapping -> entry(mapping, counts)).toList(), problems, broken, unused);
    }

    private static Entry entry(KnownMapping mapping, List<SqlRow> counts) {
        Origin replaces = mapping.replaces();
        String version = mapping.text().version();
        return new Entry(
                mapping.name(),
                mapping.mapping().kind().label(),
                mapping.origin().label(),
                replaces == null ? null : replaces.label(),
                version,
                MappingFiles.sum(counts, mapping.name(), null),
                MappingFiles.sum(counts, mapping.name(), version));
    }
}
