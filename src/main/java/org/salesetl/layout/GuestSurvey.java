package org.salesetl.layout;

import java.io.IOException;
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
 * Asks whether sales without a customer load, if somebody is asked about the columns of the file anyway: at a till, most sales have none,
 * and then all questions about the file are asked at once.
 */
final class GuestSurvey {

    private final RowReader reader;
    private int guests;
    private @Nullable Row first;

    private GuestSurvey(Layout layout, Set<String> nullWords) {
        this.reader = new RowReader(layout, nullWords);
    }

    /**
     * The layout with the question, if a row of a sale has no customer.
     *
     * @param nullWords cells that mean "no value"
     */
    static Layout asked(Path file, Layout layout, Set<String> nullWords) throws IOException {
        boolean asksColumns = layout.questions().stream()
                .anyMatch(question -> question.topic().equals(Topic.of(Subject.COLUMNS)));
        if (layout.kind() != Kind.SALES || !asksColumns || layout.terms().guests() || !layout.has(Column.CUSTOMER_ID)) {
            return layout;
        }
        GuestSurvey survey = new GuestSurvey(layout, nullWords);
        try (ChunkReader chunks = ChunkReader.open(file, layout)) {
            while (chunks.hasNext()) {
                survey.reader.read(chunks.next()).forEach(survey::look);
            }
        }
        return survey.first == null ? layout : layout.asking(survey.question(survey.first, layout));
    }

    private void look(Row row) {
        boolean isGuest = row.leftOut() == null
                && row.cell(Column.CUSTOMER_ID) == null
                && row.cell(Column.PRODUCT_ID) != null
                && row.number(Column.QUANTITY) != null;
        guests += isGuest ? 1 : 0;
        first = isGuest && first == null ? row : first;
    }

    private Question question(Row row, Layout layout) {
        String column = Text.visible(String.valueOf(layout.headerCell(Column.CUSTOMER_ID)));
        String have = guests == 1 ? "1 row has" : guests + " rows have";
        return new Question(
                Topic.of(Subject.GUESTS),
                "Do sales without a customer count? " + have + " no " + column + ", as at a till; line " + row.line()
                        + " is the first one.",
                List.of(new Evidence(row.line(), column, "")),
                List.of(
                        new Choice(Acceptance.ACCEPT.label(), "They count, as sales to \"No customer\""),
                        new Choice(Acceptance.REJECT.label(), "They wait in the quarantine")),
                Acceptance.ACCEPT.label());
    }
}
