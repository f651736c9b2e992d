package org.salesetl.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.KnownMapping;
import org.salesetl.mapping.MappingException;
import org.salesetl.mapping.MappingText;
import org.salesetl.mapping.Mappings;
import org.salesetl.mapping.Origin;
import org.salesetl.sql.SqlRow;
import org.salesetl.web.ConflictException;
import org.salesetl.web.NotFoundException;
import org.springframework.stereotype.Component;

/** Decides which changes of saved mappings are allowed, and remembers which of them this instance knows. */
@Component
class Registry {

    private static final int MOST_SAVED = 1_000;

    /** Characters that an address cannot have in the name of a mapping. */
    private static final Pattern NOT_IN_ADDRESSES = Pattern.compile("[/\\\\;%\\p{Cntrl}]");

    private final Mappings mappings;
    private volatile long newest;
    private volatile List<String> deleted = List.of();
    private volatile Set<String> saved = Set.of();

    Registry(Mappings mappings) {
        this.mappings = mappings;
    }

    /** Whether the database has another state than this instance. */
    boolean isBehind(Number newestChange) {
        return newest != newestChange.longValue();
    }

    /** Takes over the rows of {@code select-saved-mappings.sql}. */
    @Nullable
    Object take(List<SqlRow> rows) {
        Map<String, String> documents = new LinkedHashMap<>();
        List<String> gone = new ArrayList<>();
        long last = 0;
        for (SqlRow row : rows) {
            last = Math.max(last, row.longInteger("change_id"));
            String yaml = row.textOrNull("yaml");
            if (yaml == null) {
                gone.add(row.text("name"));
            } else {
                documents.put(row.text("name"), yaml);
            }
        }
        deleted = List.copyOf(gone);
        saved = Set.copyOf(documents.keySet());
        mappings.takeSaved(documents);
        newest = last;
        return null;
    }

    /** Whether somebody has saved a mapping of this name that this version of the service cannot read. */
    boolean isBroken(String name) {
        return saved.contains(name)
                && mappings.named(name).filter(KnownMapping::isSaved).isEmpty();
    }

    /** The mappings in use, with the rows of {@code count-files-of-mappings.sql}. */
    MappingListing listing(List<SqlRow> counts) {
        List<KnownMapping> known = mappings.known();
        List<String> unused = Stream.concat(deleted.stream(), counts.stream().map(row -> row.text("mapping_name")))
                .filter(name ->
                        known.stream().noneMatch(mapping -> mapping.name().equals(name)))
                .filter(name -> !isBroken(name))
                .distinct()
                .sorted()
                .toList();
        List<String> broken = saved.stream().filter(this::isBroken).sorted().toList();
        return MappingListing.of(known, counts, mappings.problems(), broken, unused);
    }

    /**
     * The change that saves a mapping.
     *
     * @throws MappingException if such a mapping would never be used, or could not be named in an address
     */
    SavedChange saving(MappingText text) {
        String name = text.name();
        if (!name.equals(name.strip()) || NOT_IN_ADDRESSES.matcher(name).find()) {
            throw new MappingException(
                    "name: expected a name without blanks around it and without / \\ ; % in it but found \"" + name
                            + '"');
        }
        if (text.mapping().isOfOwnNames()) {
            throw new MappingException(
                    "expected recognised_by with the header cells that tell the source but there are none");
        }
        KnownMapping known = mappings.named(name).orElse(null);
        if (known != null && known.mapping().isOfOwnNames()) {
            throw new MappingException(
                    "name: expected another name, because " + name + " is the mapping of our own columns");
        }
        boolean another = known == null || !known.isSaved();
        if (another && mappings.known().stream().filter(KnownMapping::isSaved).count() >= MOST_SAVED) {
            throw new ConflictException(String.format(
                    Locale.ROOT,
                    "There are %,d saved mappings, and no more are possible. Delete one first.",
                    MOST_SAVED));
        }
        return new SavedChange(name, text.yaml());
    }

    /** The change that deletes a saved mapping, also one that this version of the service cannot read. */
    SavedChange deleting(String name) {
        if (saved.contains(name)) {
            return new SavedChange(name, null);
        }
        KnownMapping known =
                mappings.named(name).orElseThrow(() -> new NotFoundException("There is no mapping " + name));
        if (known.origin() == Origin.FOLDER) {
            throw new ConflictException(
                    "The mapping " + name
                            + " is a file in the folder of the mappings. Delete the file there, or save another version of the mapping here.");
        }
        if (known.origin() == Origin.BUILT_IN) {
            throw new ConflictException("The mapping " + name
                    + " is built in and cannot be deleted. To change it, save another version of the mapping.");
        }
        return new SavedChange(name, null);
    }
}
