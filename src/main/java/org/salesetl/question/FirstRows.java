package org.salesetl.question;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
