package org.salesetl.layout;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Question.Evidence;
import org.salesetl.mapping.HeaderCell;
import org.salesetl.mapping.Standing;
import org.salesetl.mapping.StatusRule;
import org.salesetl.mapping.StatusWords;
import org.salesetl.text.Chunk;
import org.salesetl.text.Text;
import org.salesetl.vocabulary.Subject;

/**
 * Asks about no status that changes nothing. One that only stands in rows which are no sale by their form does not: the header once more
 * has the name of the column there, and a title or a total may reach over it. Nor does one that says of rows with negative quantities
 * that they are returns.
 */
final class StatusesOfRows {

    private static final String TAKEN_BACK = "For each of these rows, another row has the same numbers with a minus.";

    private final Answers answers;
    private final StatusWords words;
    private final RowReader reader;
    private final Layout layout;
    private final Map<String, Question> asked;
    private final List<Integer> places;
    private final Set<String> seen = new HashSet<>();

    /** The statuses of rows that have no minus, and of those that have one. */
    private final Set<String> positive = new HashSet<>();

    private final Set<String> negative = new HashSet<>();

    private final CancelledTwice twice = new CancelledTwice();

    /** Statuses that say without doubt that a row is no sale, so that nobody is asked, with the first row of each. */
    private final Map<String, Optional<Row>> certain = new LinkedHashMap<>();

    private StatusesOfRows(
            Layout layout, boolean mayBeTakenBack, Answers answers, StatusWords words, Set<String> nullWords) {
        this.answers = answers;
        this.words = words;
        this.layout = layout;
        if (mayBeTakenBack) {
            certain(layout).forEach(status -> certain.put(status, Optional.empty()));
        }
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
     * @param mayBeTakenBack whether rows with a minus may take back others
     * @param answers what people have answered for files with these columns; an answer about a status counts in each of them
     * @param words what statuses mean
     * @param nullWords cells that mean "no value"
     */
    static Layout asked(
            Path file, Layout layout, boolean mayBeTakenBack, Answers answers, StatusWords words, Set<String> nullWords)
            throws IOException {
        StatusesOfRows statuses = new StatusesOfRows(layout, mayBeTakenBack, answers, words, nullWords);
        if (statuses.asked.isEmpty() && statuses.certain.isEmpty()) {
            return layout;
        }
        try (ChunkReader chunks = ChunkReader.open(file, layout)) {
            while (chunks.hasNext()) {
                statuses.look(chunks.next());
            }
        }
        return statuses.settled(layout)
                .asking(Stream.concat(
                                layout.questions().stream()
                                        .filter(question -> !isOfColumn(question) || statuses.changes(question)),
                                statuses.ofTakenBack())
                        .map(statuses::suggested)
                        .toList());
    }

    /** The statuses for which nobody has said that they are no sale, but their words do. */
    private static Set<String> certain(Layout layout) {
        Set<String> statuses = new LinkedHashSet<>();
        for (StatusRule rule : layout.mapping().status()) {
            rule.neither().forEach(value -> statuses.add(StatusSurvey.detail(rule.column(), value)));
        }
        for (StatusRule rule : layout.source().status()) {
            rule.neither().forEach(value -> statuses.remove(StatusSurvey.detail(rule.column(), value)));
        }
        return statuses;
    }

    /** The questions about statuses that leave out rows which others take back. */
    private Stream<Question> ofTakenBack() {
        return certain.entrySet().stream()
                .filter(status -> twice.areTakenBack(status.getKey()) || isAnswered(status.getKey()))
                .flatMap(status -> status.getValue().stream())
                .map(StatusesOfRows::ofTakenBack);
    }

    private boolean isAnswered(String status) {
        return answers.about(new Topic(Subject.STATUS, status)) != null;
    }

    private static Question ofTakenBack(Row row) {
        LeftOut leftOut = requireNonNull(row.leftOut());
        Sighting status = new Sighting(row.line(), requireNonNull(leftOut.value()));
        return StatusSurvey.question(requireNonNull(leftOut.column()), status, Standing.NEITHER);
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

    /**
     * A row that takes back another one has a minus already: left out, it would leave the other one in the revenue. And a row that another
     * one takes back counts, too.
     */
    private Question suggested(Question question) {
        String detail = question.topic().detail();
        if (!isOfColumn(question) || !isNeither(question)) {
            return question;
        }
        if (!positive.contains(detail)
                && !words.isCharge(question.evidence().get(0).value())) {
            return question.suggesting(Standing.RETURN.label());
        }
        return twice.areTakenBack(detail)
                ? question.suggesting(Standing.SALE.label()).adding(TAKEN_BACK)
                : question;
    }

    private static boolean isNeither(@Nullable Question question) {
        return question != null && Standing.NEITHER.label().equals(question.suggested());
    }

    private void look(Chunk chunk) {
        for (Row row : reader.read(chunk)) {
            if (row.leftOut() == null) {
                List<String> statuses = places.stream()
                        .filter(place -> place < row.cells().size())
                        .map(place -> StatusSurvey.detail(
                                layout.header().get(place),
                                Text.strip(row.cells().get(place))))
                        .filter(asked::containsKey)
                        .toList();
                statuses.forEach(status -> look(row, status));
                compare(row, statuses);
            } else if (row.leftOut().why() == LeftOut.Why.STATUS) {
                lookAtLeftOut(row, row.leftOut());
            }
        }
    }

    /** Notes the row among those that are cancelled, that take back others, or that do neither. */
    private void compare(Row row, List<String> statuses) {
        List<String> cancelling =
                statuses.stream().filter(status -> isNeither(asked.get(status))).toList();
        if (ReturnSurvey.negative(row) != null) {
            twice.takesBack(row);
        } else if (cancelling.isEmpty()) {
            twice.sells(row);
        } else {
            cancelling.forEach(status -> twice.cancels(status, row));
        }
    }

    private void lookAtLeftOut(Row row, LeftOut leftOut) {
        if (leftOut.column() == null || leftOut.value() == null) {
            return;
        }
        String detail = StatusSurvey.detail(leftOut.column(), leftOut.value());
        if (certain.containsKey(detail) && ReturnSurvey.negative(row) == null) {
            positive.add(detail);
            twice.cancels(detail, row);
            certain.computeIfPresent(detail, (status, first) -> first.or(() -> Optional.of(row)));
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
