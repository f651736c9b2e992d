package org.salesetl.mapping;

import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.vocabulary.Kind;

/** Which header cell names which of our own columns, by the mappings of our own columns. */
@Named
public class ColumnNames {

    private final Map<Kind, Map<String, Column>> byKind = new EnumMap<>(Kind.class);

    public ColumnNames(Mappings mappings) {
        for (Kind kind : Kind.values()) {
            byKind.put(kind, of(mappings.own(kind)));
        }
    }

    /** The columns that normalised header cells name by a mapping of our own columns. */
    public static Map<String, Column> of(Mapping own) {
        Map<String, Column> names = new HashMap<>();
        own.alsoCalled().keySet().forEach(column -> names.put(HeaderCell.normalised(column.label()), column));
        // the configured names come last, so they win
        own.alsoCalled()
                .forEach((column, others) -> others.forEach(other -> names.put(HeaderCell.normalised(other), column)));
        return names;
    }

    /** The column that a header cell names in a file of this kind; null if the cell names no known column. */
    public @Nullable Column column(Kind kind, String headerCell) {
        return byKind.getOrDefault(kind, Map.of()).get(HeaderCell.normalised(headerCell));
    }
}
