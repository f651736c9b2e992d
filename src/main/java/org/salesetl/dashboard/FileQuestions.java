package org.salesetl.dashboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.salesetl.answer.StoredQuestion;
import org.salesetl.question.Effect;
import org.salesetl.question.OpenQuestion.WeighedChoice;

/**
 * A file that waits for answers, or some sales of which do, with all of its questions.
 *
 * @param name the file's name
 * @param file the number of the file in the ledger; null if the file is only to be checked
 * @param questions its questions
 */
record FileQuestions(String name, @Nullable Integer file, List<StoredQuestion> questions) {

    FileQuestions {
        questions = List.copyOf(questions);
    }

    /** The questions by file, the oldest file first. */
    static List<FileQuestions> of(List<StoredQuestion> questions) {
        Map<String, List<StoredQuestion>> byFile = new LinkedHashMap<>();
        questions.forEach(question -> byFile.computeIfAbsent(
                        question.file() + "\u001F" + question.name(), absent -> new ArrayList<>())
                .add(question));
        return byFile.values().stream()
                .map(some -> new FileQuestions(some.get(0).name(), some.get(0).file(), some))
                .toList();
    }

    /** What tells the file from the others on the page. */
    public String key() {
        return file == null ? "check-" + name : String.valueOf(file);
    }

    /** Whether the file has loaded, and only some of its sales wait. */
    public boolean isLoaded() {
        return questions.stream().allMatch(StoredQuestion::isAboutGuests);
    }

    /** What would load if what is guessed of the columns is right; null if the columns are no question, or no guess is complete. */
    public @Nullable Effect guess() {
        return questions.stream()
                .filter(StoredQuestion::isAboutAllColumns)
                .flatMap(question -> question.choices().stream())
                .map(WeighedChoice::effect)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
