package org.salesetl.mapping;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.vocabulary.Kind;
import org.springframework.stereotype.Component;

/** Which header cell names which of our own columns, by the mappings of our own columns. */
@Component
public class ColumnNames {

    private final Map<Kind, Map<String, Column>> byKind = new EnumMap<>(Kind.class);

    public ColumnNames(Mappings mappings) {
        for (Kind kind : Kind.values()) {
            Map<String, Column> names = new HashMap<>();
            mappings.own(kind).alsoCalled().forEach((column, others) -> {
                names.put(HeaderCell.normalised(column.label()), column);
            });
            // the configured names come last, so they win
            mappings.own(kind)
                    .alsoCalled()
                    .forEach((column, others) ->
                            others.forEach(other -> names.put(HeaderCell.normalised(other), column)));
            byKind.put(kind, names);
        }
    }

    /** The column that a header cell names in a file of this kind; null if the cell names no known column. */
    public @Nullable Column column(Kind kind, String headerCell) {
        return byKind.getOrDefault(kind, Map.of()).get(HeaderCell.normalised(headerCell));
    }
}
