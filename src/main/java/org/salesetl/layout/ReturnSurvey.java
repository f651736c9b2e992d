package org.salesetl.layout;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Question.Choice;
import org.salesetl.layout.Question.Evidence;
import org.salesetl.mapping.Column;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Acceptance;
import org.salesetl.vocabulary.Kind;
import org.salesetl.vocabulary.Subject;

/**
 * Asks whether rows with negative quantities or amounts are returns, in files of which nobody has written the mapping. In our own columns
 * and in written mappings, the configuration or the mapping says so.
 */
final class ReturnSurvey {

    private static final List<Column> SIGNED = List.of(Column.QUANTITY, Column.AMOUNT, Column.PRICE);
    private static final String MINUS = "-(−–";

    private final RowReader reader;
    private int returns;
    private @Nullable Row first;

    private ReturnSurvey(Layout layout, Set<String> nullWords) {
        this.reader = new RowReader(layout, nullWords);
    }

    /** Whether the layout leaves open what negative rows are. */
    static boolean isNeeded(Layout layout) {
        return layout.kind() == Kind.SALES
                && !layout.rejects()
                && !layout.mapping().isOfOwnNames()
                && layout.mapping().returns() == null
                && !layout.terms().returns();
    }

    /** Whether a column may say by its sign that a row is a return. */
    static boolean isSigned(Column column) {
        return SIGNED.contains(column);
    }

    /** Whether the cell may be a negative number: nearly all cells need no further look. */
    static boolean mayBeNegative(String cell) {
        return cell.chars().anyMatch(c -> MINUS.indexOf(c) >= 0);
    }

    /** The column by whose sign a row is a return; null if the row is none. */
    static @Nullable Column negative(Row row) {
        return SIGNED.stream()
                .filter(column -> {
                    String cell = row.cell(column);
                    BigDecimal number = cell == null || !mayBeNegative(cell) ? null : row.number(column);
                    return number != null && number.signum() < 0;
                })
                .findFirst()
                .orElse(null);
    }

    /**
     * The layout with the question, if a row is negative.
     *
     * @param nullWords cells that mean "no value"
     */
    static Layout asked(Path file, Layout layout, Set<String> nullWords) throws IOException {
        ReturnSurvey survey = new ReturnSurvey(layout, nullWords);
        try (ChunkReader chunks = ChunkReader.open(file, layout)) {
            while (chunks.hasNext()) {
                survey.reader.read(chunks.next()).forEach(survey::look);
            }
        }
        return survey.first == null ? layout : layout.asking(survey.question(survey.first));
    }

    private void look(Row row) {
        if (row.leftOut() == null && row.cell(Column.PRODUCT_ID) != null && negative(row) != null) {
            returns++;
            first = first == null ? row : first;
        }
    }

    private Question question(Row row) {
        Column column = negative(row);
        String cell = column == null ? null : row.layout().headerCell(column);
        String value = column == null ? null : row.cell(column);
        String name = Text.visible(String.valueOf(cell));
        return new Question(
                Topic.of(Subject.RETURNS),
                "Are rows with negative numbers returns? " + returns + (returns == 1 ? " row has" : " rows have")
                        + " a negative quantity or amount; line " + row.line() + " is the first one.",
                List.of(new Evidence(row.line(), name, Text.visible(String.valueOf(value)))),
                List.of(
                        new Choice(Acceptance.ACCEPT.label(), "Returns: they lower the revenue"),
                        new Choice(Acceptance.REJECT.label(), "Mistakes: they wait in the quarantine")),
                Acceptance.ACCEPT.label());
    }
}
