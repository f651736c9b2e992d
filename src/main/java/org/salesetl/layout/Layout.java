package org.salesetl.layout;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.Terms;
import org.salesetl.notation.DateOrder;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Kind;

/**
 * How to read a file, as its header and its cells tell.
 *
 * @param kind what the file brings
 * @param delimiter the character between cells
 * @param header the header's cells as they are in the file; in a file of rejects without the apostrophes
 * @param rejects whether this is a file of rejects that comes back
 * @param columns the place of each known column, counted from zero; absent columns are left out
 * @param conventions how its text, dates and numbers are written
 * @param terms which unusual sales load
 */
public record Layout(
        Kind kind,
        char delimiter,
        List<String> header,
        boolean rejects,
        Map<Column, Integer> columns,
        Conventions conventions,
        Terms terms) {

    public Layout {
        header = List.copyOf(header);
        Map<Column, Integer> ordered = new EnumMap<>(Column.class);
        ordered.putAll(columns);
        columns = Collections.unmodifiableMap(ordered);
    }

    /** How many columns there are up to the last one that has a name: a delimiter at the end of the header makes no column. */
    public int namedColumns() {
        int named = header.size();
        while (named > 0 && Text.isBlank(header.get(named - 1))) {
            named--;
        }
        return named;
    }

    /** The name of Camel's data format that parses the file. */
    public String csvFormat() {
        return switch (delimiter) {
            case ',' -> "csv-comma";
            case ';' -> "csv-semicolon";
            case '\t' -> "csv-tab";
            case '|' -> "csv-pipe";
            default -> throw new IllegalStateException("No format for the delimiter " + delimiter);
        };
    }

    /** The same, with other conventions. */
    public Layout with(Conventions others) {
        return new Layout(kind, delimiter, header, rejects, columns, others, terms);
    }

    /** The same, on other terms. */
    public Layout on(Terms others) {
        return new Layout(kind, delimiter, header, rejects, columns, conventions, others);
    }

    /** Whether this is a wide file: sales that also describe their customers and products. Called for every row. */
    public boolean isWide() {
        return kind == Kind.SALES
                && (has(Column.CUSTOMER_NAME)
                        || has(Column.EMAIL)
                        || has(Column.CITY)
                        || has(Column.PRODUCT_NAME)
                        || has(Column.CATEGORY));
    }

    /** Whether somebody has to answer a question before the file can be loaded. */
    public boolean isUndecided() {
        return conventions.dates() == DateOrder.UNDECIDED;
    }

    /** A hash of kind and columns, the same for every spelling that means the same: 64 hexadecimal digits. */
    public String headerHash() {
        String columnNames = header.stream()
                .filter(cell -> !RejectColumns.isOne(cell))
                .map(HeaderCell::normalised)
                .collect(Collectors.joining("\u001F"));
        return DigestUtils.sha256Hex(kind.label() + "\u001F" + columnNames);
    }

    /** The header cell of the column; null if the file does not have the column. */
    public @Nullable String headerCell(Column column) {
        Integer place = columns.get(column);
        return place == null ? null : header.get(place);
    }

    /** Whether the file has this column. */
    public boolean has(Column column) {
        return columns.containsKey(column);
    }
}
