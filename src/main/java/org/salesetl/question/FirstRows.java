package org.salesetl.question;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.PersonalCells;
import org.salesetl.mapping.Column;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Labelled;

/**
 * The first good rows of a file as they would load.
 *
 * @param columns the names of our columns that the rows fill
 * @param lines the rows
 */
public record FirstRows(List<String> columns, List<Line> lines) {

    /** No rows. */
    public static final FirstRows NONE = new FirstRows(List.of(), List.of());

    public FirstRows {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /**
     * The same rows with a text in place of what says something of a person.
     *
     * @param kind what the file brings
     */
    public FirstRows with(String mask, Kind kind) {
        List<Boolean> personal = columns.stream()
                .map(label -> PersonalCells.isPersonal(Labelled.of(Column.class, label), kind))
                .toList();
        return new FirstRows(
                columns,
                lines.stream()
                        .map(line -> new Line(
                                line.line(),
                                IntStream.range(0, line.cells().size())
                                        .mapToObj(place -> personal.get(place)
                                                ? mask
                                                : line.cells().get(place))
                                        .toList(),
                                line.revenue()))
                        .toList());
    }

    /**
     * A good row.
     *
     * @param line the line on which it starts
     * @param cells a text for each of the columns; empty where the row says nothing. A date is written as {@code 2025-01-31}
     * @param revenue the revenue of a sale; null if the row is no sale, or if the file alone does not tell
     */
    public record Line(
            int line, List<String> cells, @Nullable BigDecimal revenue) {
        public Line {
            cells = List.copyOf(cells);
        }
    }
}
