package org.salesetl.layout;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.Standing;
import org.salesetl.mapping.StatusRule;
import org.salesetl.text.Chunk;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Subject;

/**
 * Asks about no status that changes nothing. One that only stands in rows which are no sale by their form does not: the header once more
 * has the name of the column there, and a title or a total may reach over it. Nor does one that says of rows with negative quantities
 * that they are returns.
 */
final class StatusesOfRows {

    private final RowReader reader;
    private final Layout layout;
    private final Map<String, Question> asked;
    private final List<Integer> places;
    private final Set<String> seen = new HashSet<>();

    private StatusesOfRows(Layout layout, Set<String> nullWords) {
        this.layout = layout;
        this.reader = new RowReader(layout, nullWords);
        this.asked = layout.questions().stream()
                .filter(StatusesOfRows::isOfColumn)
                .collect(Collectors.toMap(
                        question -> question.topic().detail(), question -> question, (first, other) -> first));
        this.places = IntStream.range(0, layout.header().size())
                .filter(place -> asked.keySet().stream()
                        .anyMatch(detail -> detail.startsWith(
                                HeaderCell.normalised(layout.header().get(place)) + "=")))
                .boxed()
                .toList();
    }

    /**
     * The layout without the questions that no row raises.
     *
     * @param nullWords cells that mean "no value"
     */
    static Layout asked(Path file, Layout layout, Set<String> nullWords) throws IOException {
        StatusesOfRows statuses = new StatusesOfRows(layout, nullWords);
        if (statuses.asked.isEmpty()) {
            return layout;
        }
        try (ChunkReader chunks = ChunkReader.open(file, layout)) {
            while (chunks.hasNext() && statuses.seen.size() < statuses.asked.size()) {
                statuses.look(chunks.next());
            }
        }
        return layout.asking(layout.questions().stream()
                .filter(question -> !isOfColumn(question) || statuses.changes(question))
                .toList());
    }

    private void look(Chunk chunk) {
        for (Row row : reader.read(chunk)) {
            if (row.leftOut() == null) {
                places.stream()
                        .filter(place -> place < row.cells().size())
                        .map(place -> StatusSurvey.detail(
                                layout.header().get(place),
                                Text.strip(row.cells().get(place))))
                        .filter(detail ->
                                asked.containsKey(detail) && !(isNegative(row) && isReturn(asked.get(detail))))
                        .forEach(seen::add);
            }
        }
    }

    /** A question about a title has been asked because of the rows below it. */
    private static boolean isOfColumn(Question question) {
        Topic topic = question.topic();
        return topic.about() == Subject.STATUS
                && !StatusSurvey.column(topic).equals(HeaderCell.normalised(StatusRule.TITLE));
    }

    private static boolean isNegative(Row row) {
        BigDecimal quantity = row.number(Column.QUANTITY);
        return quantity != null && quantity.signum() < 0;
    }

    private static boolean isReturn(@Nullable Question question) {
        return question != null && Standing.RETURN.label().equals(question.suggested());
    }

    /** Whether a row raises the question. A column that no mapping knows raises none if nothing in it says that something is no sale. */
    private boolean changes(Question question) {
        String column = StatusSurvey.column(question.topic());
        boolean known = layout.mapping().status().stream()
                .anyMatch(rule -> HeaderCell.normalised(rule.column()).equals(column));
        boolean tells = asked.values().stream()
                .filter(other -> StatusSurvey.column(other.topic()).equals(column))
                .anyMatch(other -> seen.contains(other.topic().detail()) && other.suggested() != null);
        return seen.contains(question.topic().detail()) && (known || tells);
    }
}
