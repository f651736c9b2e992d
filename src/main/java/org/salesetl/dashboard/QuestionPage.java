package org.salesetl.dashboard;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.answer.AnswerRequest;
import org.salesetl.answer.Previews;
import org.salesetl.answer.QuestionListing;
import org.salesetl.answer.StoredQuestion;
import org.salesetl.layout.Question.Guess;
import org.salesetl.mapping.CellSource;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.MappingYaml;
import org.salesetl.question.Effect;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.Page;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Makes the page of the questions that files wait for. */
@Component
class QuestionPage {

    private final Previews previews;

    QuestionPage(Previews previews) {
        this.previews = previews;
    }

    /** All files that wait. */
    Page all(QuestionListing listing) {
        return page(FileQuestions.of(listing.questions()), listing.total(), Map.of(), null, null);
    }

    /**
     * One file, with what the answers in the form would make of it.
     *
     * @throws NotFoundException if the file does not wait any more
     */
    Page preview(List<StoredQuestion> asked, WebRequest request) throws IOException {
        if (asked.isEmpty()) {
            throw new NotFoundException("No question about this file is open any more");
        }
        AnswerRequest answers = new QuestionForm(request).answers(asked);
        List<FileQuestions> files = FileQuestions.of(asked);
        return page(
                files,
                asked.size(),
                answers.answers(),
                previews.effect(asked, answers),
                files.get(0).key());
    }

    private static Page page(
            List<FileQuestions> files,
            long total,
            Map<Integer, String> given,
            @Nullable Effect effect,
            @Nullable String previewed) {
        Map<String, Object> model = new HashMap<>(form(given));
        model.put("files", files);
        model.put("total", total);
        model.put("previewed", previewed == null ? "" : previewed);
        if (effect != null) {
            model.put("effect", effect);
        }
        return new Page("questions", model);
    }

    /**
     * What the form of a file needs beside the questions, on whatever page it stands.
     *
     * @param given the answers in the form, by the numbers of the questions
     */
    static Map<String, Object> form(Map<Integer, String> given) {
        return Map.of("columns", QuestionForm.CHOICES, "chosen", new Chosen(given), "previewed", "");
    }

    /**
     * What is chosen in the form: what somebody has chosen, else what is suggested, or guessed of a column.
     *
     * @param given the answers in the form, by the numbers of the questions
     */
    record Chosen(Map<Integer, String> given) {

        /** The answer to a question; null if none is chosen. */
        public @Nullable String answer(StoredQuestion question) {
            return given.getOrDefault(question.id(), question.suggested());
        }

        /** The label of our column for a column of the file; empty if it is not used. */
        public String column(StoredQuestion question, String header) {
            String answer = given.get(question.id());
            if (answer == null) {
                Guess guess = question.guess(header);
                return guess == null ? "" : guess.column();
            }
            Map<Column, CellSource> columns = MappingYaml.columns(answer);
            // an id that is the name in truth is completed again
            return columns.entrySet().stream()
                    .filter(entry -> entry.getValue().cells().contains(header))
                    .map(entry -> entry.getKey().label())
                    .reduce((id, name) -> name)
                    .orElse("");
        }
    }
}
