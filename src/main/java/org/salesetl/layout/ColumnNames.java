package org.salesetl.layout;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.SalesEtlProperties;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Labelled;
import org.springframework.stereotype.Component;

/** Which header cell means which column: knows the names of the columns, their aliases, and the aliases in the configuration. */
@Component
public class ColumnNames {

    private final Map<Kind, Map<String, Column>> byKind = new EnumMap<>(Kind.class);

    public ColumnNames(SalesEtlProperties properties) {
        Map<Column, List<String>> added = added(properties.aliases());
        for (Kind kind : Kind.values()) {
            Map<String, Column> names = new HashMap<>();
            KindColumns.aliases(kind).forEach((column, aliases) -> {
                names.put(HeaderCell.normalised(column.label()), column);
                aliases.forEach(alias -> names.put(HeaderCell.normalised(alias), column));
            });
            // last, so that configured names win
            KindColumns.aliases(kind)
                    .keySet()
                    .forEach(column -> added.getOrDefault(column, List.of())
                            .forEach(alias -> names.put(HeaderCell.normalised(alias), column)));
            byKind.put(kind, names);
        }
    }

    /** The column that a header cell names in a file of this kind; null if the cell names no known column. */
    @Nullable
    Column column(Kind kind, String headerCell) {
        return byKind.getOrDefault(kind, Map.of()).get(HeaderCell.normalised(headerCell));
    }

    private static Map<Column, List<String>> added(Map<String, List<String>> configured) {
        Map<String, Column> columns = Arrays.stream(Column.values())
                .collect(Collectors.toMap(column -> HeaderCell.normalised(column.label()), column -> column));
        Map<Column, List<String>> added = new EnumMap<>(Column.class);
        configured.forEach((name, aliases) -> {
            Column column = columns.get(HeaderCell.normalised(name));
            if (column == null) {
                throw new IllegalArgumentException("sales-etl.aliases." + name + ": expected one of "
                        + String.join(", ", Labelled.labels(Column.class))
                        + " but found " + name);
            }
            added.merge(
                    column,
                    aliases,
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
        });
        return added;
    }
}
