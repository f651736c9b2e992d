package org.salesetl.layout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Question.Evidence;
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

    /** The statuses of rows that have no minus, and of those that have one. */
    private final Set<String> positive = new HashSet<>();

    private final Set<String> negative = new HashSet<>();

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
            while (chunks.hasNext()) {
                statuses.look(chunks.next());
            }
        }
        return statuses.settled(layout)
                .asking(layout.questions().stream()
                        .filter(question -> !isOfColumn(question) || statuses.changes(question))
                        .map(statuses::suggested)
                        .toList());
    }

    /** The layout where a status says nothing that the minus of its rows does not say, so that the next file does not ask about it. */
    private Layout settled(Layout asking) {
        Layout settled = asking;
        for (Question question : asked.values()) {
            if (negative.contains(question.topic().detail()) && !changes(question)) {
                Evidence status = question.evidence().get(0);
                settled = settled.by(settled.mapping().with(status.column(), List.of(status.value()), Standing.SALE));
            }
        }
        return settled;
    }

    /** A row that takes back another one has a minus already: left out, it would leave the other one in the revenue. */
    private Question suggested(Question question) {
        String detail = question.topic().detail();
        boolean takesBack = isOfColumn(question)
                && Standing.NEITHER.label().equals(question.suggested())
                && !positive.contains(detail);
        return takesBack ? question.suggesting(Standing.RETURN.label()) : question;
    }

    private void look(Chunk chunk) {
        for (Row row : reader.read(chunk)) {
            if (row.leftOut() == null) {
                places.stream()
                        .filter(place -> place < row.cells().size())
                        .map(place -> StatusSurvey.detail(
                                layout.header().get(place),
                                Text.strip(row.cells().get(place))))
                        .filter(asked::containsKey)
                        .forEach(detail -> look(row, detail));
            }
        }
    }

    private void look(Row row, String detail) {
        boolean takesBack = ReturnSurvey.negative(row) != null;
        (takesBack ? negative : positive).add(detail);
        if (!takesBack || !isReturn(asked.get(detail))) {
            seen.add(detail);
        }
    }

    /** A question about a title has been asked because of the rows below it. */
    private static boolean isOfColumn(Question question) {
        Topic topic = question.topic();
        return topic.about() == Subject.STATUS
                && !StatusSurvey.column(topic).equals(HeaderCell.normalised(StatusRule.TITLE));
    }

    private static boolean isReturn(@Nullable Question question) {
        return question != null && Standing.RETURN.label().equals(question.suggested());
    }

    /** Whether a row raises the question. A column that no mapping knows raises none if nothing in it says that something is no sale. */
    private boolean changes(Question question) {
        String column = StatusSurvey.column(question.topic());
        boolean known = layout.source().status().stream()
                .anyMatch(rule -> HeaderCell.normalised(rule.column()).equals(column));
        boolean tells = asked.values().stream()
                .filter(other -> StatusSurvey.column(other.topic()).equals(column))
                .anyMatch(other -> seen.contains(other.topic().detail()) && other.suggested() != null);
        return seen.contains(question.topic().detail()) && (known || tells);
    }
}
