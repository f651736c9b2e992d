package org.salesetl.dashboard;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.answer.AnswerRequest;
import org.salesetl.answer.StoredQuestion;
import org.salesetl.layout.AskedColumns;
import org.salesetl.mapping.CellSource;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.MappingYaml;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.WebRequest;

/**
 * The answers in the form of one file: {@code q7} is the answer to question 7; for the question what each column means, {@code q7.0} is
 * our column for the first column of the file.
 */
final class QuestionForm {

    private static final Set<Column> OTHERS = EnumSet.of(Column.NAME, Column.DATE, Column.RATE);

    /** The columns that somebody can choose: those of files of sales, which others have too. */
    static final List<Column> CHOICES = Stream.of(Column.values())
            .filter(column -> !OTHERS.contains(column))
            .toList();

    private final WebRequest request;

    QuestionForm(WebRequest request) {
        this.request = request;
    }

    /** Which file the form is about, without any answer. */
    AnswerRequest file() {
        String name = request.one("name");
        int file = request.number("file", 0, 1, Integer.MAX_VALUE);
        if (file == 0 && name == null) {
            throw new BadRequestException("file", "the number of a file", "nothing");
        }
        return new AnswerRequest(file == 0 ? null : file, file == 0 ? name : null, Map.of(), false);
    }

    /** The answers to these questions. A question without an answer is left out. */
    AnswerRequest answers(List<StoredQuestion> questions) {
        Map<Integer, String> answers = new HashMap<>();
        for (StoredQuestion question : questions) {
            String answer = question.isAboutAllColumns() ? columns(question) : request.one("q" + question.id());
            if (answer != null) {
                answers.put(question.id(), answer);
            }
        }
        AnswerRequest file = file();
        return new AnswerRequest(file.file(), file.name(), answers, false);
    }

    private @Nullable String columns(StoredQuestion question) {
        Map<Column, List<String>> cells = new EnumMap<>(Column.class);
        List<String> headers = question.headers();
        for (int i = 0; i < headers.size(); i++) {
            String chosen = request.one("q" + question.id() + "." + i);
            if (chosen != null) {
                Column column = Labelled.find(Column.class, chosen)
                        .orElseThrow(() -> new BadRequestException("column", "one of our columns", chosen));
                cells.merge(column, List.of(headers.get(i)), QuestionForm::both);
            }
        }
        Map<Column, CellSource> columns = new EnumMap<>(Column.class);
        cells.forEach((column, names) -> columns.put(column, AskedColumns.of(column, names)));
        keepStandIns(columns, question.guess());
        return columns.isEmpty() ? null : MappingYaml.columnsAsJson(AskedColumns.completed(columns));
    }

    /**
     * A form has one choice for each cell of the header. So a name that stands in for an id in some rows is chosen as a name only, and
     * still stands in if nobody has changed the choices.
     */
    private static void keepStandIns(Map<Column, CellSource> columns, Map<Column, CellSource> guess) {
        List<String> chosen = columns.values().stream()
                .flatMap(source -> source.cells().stream())
                .toList();
        guess.forEach((column, source) -> {
            CellSource now = columns.get(column);
            List<String> cells = source.cells();
            boolean unchanged = now != null
                    && now.cells().size() <= cells.size()
                    && now.cells().equals(cells.subList(0, now.cells().size()))
                    && chosen.containsAll(cells);
            if (unchanged) {
                columns.put(column, source);
            }
        });
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
