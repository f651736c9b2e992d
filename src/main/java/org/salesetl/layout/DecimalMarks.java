package org.salesetl.layout;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.salesetl.mapping.Column;
import org.salesetl.notation.DecimalMark;
import org.salesetl.vocabulary.Labelled;

/**
 * What stands before decimals in each column.
 *
 * @param usual the mark in columns that are not in the map
 * @param others the mark in columns that differ from the usual one
 */
public record DecimalMarks(DecimalMark usual, Map<Column, DecimalMark> others) implements Serializable {

    /** A point in every column. */
    public static final DecimalMarks POINT = all(DecimalMark.POINT);

    public DecimalMarks {
        Map<Column, DecimalMark> different = new EnumMap<>(Column.class);
        others.forEach((column, mark) -> {
            if (mark != usual) {
                different.put(column, mark);
            }
        });
        others = Collections.unmodifiableMap(different);
    }

    /** The same mark in every column. */
    public static DecimalMarks all(DecimalMark mark) {
        return new DecimalMarks(mark, Map.of());
    }

    /** The mark in a column. */
    public DecimalMark of(Column column) {
        return others.getOrDefault(column, usual);
    }

    /** The same marks, where one column has that of another. */
    DecimalMarks with(Column column, Column asIn) {
        Map<Column, DecimalMark> changed = new EnumMap<>(Column.class);
        changed.putAll(others);
        changed.put(column, of(asIn));
        return new DecimalMarks(usual, changed);
    }

    /** The marks as the ledger keeps them: {@code point}, or {@code point,price=comma} where columns differ. */
    public String label() {
        return usual.label()
                + new TreeSet<>(others.keySet())
                        .stream()
                                .map(column ->
                                        "," + column.label() + "=" + of(column).label())
                                .collect(Collectors.joining());
    }

    /** The marks with this label. */
    public static DecimalMarks ofLabel(String label) {
        String[] parts = label.split(",");
        Map<Column, DecimalMark> others = new EnumMap<>(Column.class);
        Arrays.stream(parts)
                .skip(1)
                .map(part -> part.split("=", 2))
                .forEach(part ->
                        others.put(Labelled.of(Column.class, part[0]), Labelled.of(DecimalMark.class, part[1])));
        return new DecimalMarks(Labelled.of(DecimalMark.class, parts[0]), others);
    }
}
