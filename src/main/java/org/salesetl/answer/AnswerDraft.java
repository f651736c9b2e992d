package org.salesetl.answer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesetl.ledger.RunRequest;
import org.salesetl.ledger.RunRequest.Mode;
import org.salesetl.ledger.RunRequest.Trigger;
import org.salesetl.mapping.Mapping;
import org.salesetl.mapping.MappingText;
import org.salesetl.mapping.Mappings;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;
import org.salesetl.vocabulary.Acceptance;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.NotFoundException;

/** Holds answers against the questions that are open. */
final class AnswerDraft implements SqlParameters {

    /** Characters that the name of a mapping cannot have. */
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[/\\\\;%\\p{Cntrl}]+");

    private final AnswerRequest request;
    private List<StoredQuestion> questions = List.of();
    private Map<StoredQuestion, String> answers = Map.of();

    AnswerDraft(AnswerRequest request) {
        this.request = request;
    }

    /** Takes the rows of {@code select-questions-of-file.sql}; if several files have the name, those of the newest one count. */
    void found(List<SqlRow> rows) {
        List<StoredQuestion> all = rows.stream().map(StoredQuestion::of).toList();
        questions = all.stream()
                .filter(question ->
                        Objects.equals(question.file(), all.get(all.size() - 1).file()))
                .toList();
    }

    /**
     * Takes the sales without a customer in files with the columns of the file. A file that waits itself comes first. An answer from
     * before may be changed.
     */
    void foundGuests(List<WaitingGuests> guests) {
        if (questions.isEmpty()) {
            questions = guests.stream().map(WaitingGuests::question).limit(1).toList();
        }
    }

    /** The open questions of the file; none if no question is open. */
    List<StoredQuestion> questions() {
        return questions;
    }

    /**
     * Holds the answers of the request against the open questions.
     *
     * @throws NotFoundException if no question is open
     * @throws BadRequestException if an answer is none of the choices
     * @throws OpenQuestionsException if a question has no answer
     */
    void answer() {
        if (questions.isEmpty()) {
            throw new NotFoundException("No question about " + request.words() + " is open");
        }
        answers = answered();
    }

    /** Whether somebody has accepted sales without a customer that wait. */
    boolean acceptsGuests() {
        return answers.entrySet().stream()
                .anyMatch(answer -> answer.getKey().isAboutLoadedFiles()
                        && answer.getValue().equals(Acceptance.ACCEPT.label()));
    }

    /** Whether the file waits as a whole, and not only some of its sales. */
    boolean isOfHeldFile() {
        return questions.stream().noneMatch(StoredQuestion::isAboutLoadedFiles);
    }

    private Map<StoredQuestion, String> answered() {
        Set<Integer> known = new HashSet<>();
        questions.forEach(question -> known.add(question.id()));
        request.answers().keySet().stream()
                .filter(id -> !known.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new BadRequestException(
                            "answers", "the numbers of open questions: " + known, String.valueOf(id));
                });
        Map<StoredQuestion, String> found = new LinkedHashMap<>();
        List<StoredQuestion.View> open = new ArrayList<>();
        for (StoredQuestion question : questions) {
            String given = request.answers().get(question.id());
            if (given != null && !question.accepts(given)) {
                throw new BadRequestException("answers." + question.id(), question.accepted(), given);
            }
            String answer = given == null && request.suggestedOtherwise() ? question.suggested() : given;
            if (answer == null) {
                open.add(question.view());
            } else {
                found.put(question, answer);
            }
        }
        if (!open.isEmpty()) {
            throw new OpenQuestionsException(open);
        }
        return found;
    }

    /** Whether somebody has said what all columns of the file mean, so that there is a new mapping. */
    boolean saysColumns() {
        return questions.stream().anyMatch(StoredQuestion::isAboutAllColumns);
    }

    /** The mapping that the answers make, under a name that no other mapping has. */
    MappingText mapping(Previews previews, Mappings known) throws IOException {
        Map<Integer, String> given = new HashMap<>();
        answers.forEach((question, answer) -> given.put(question.id(), answer));
        Mapping mapping = previews.mapping(questions, given);
        String base = NOT_IN_NAMES.matcher(mapping.name()).replaceAll(" ").strip();
        String name = base.isEmpty() ? "A file" : base;
        for (int n = 2; known.named(name).isPresent(); n++) {
            name = base + " " + n;
        }
        return MappingText.of(mapping.called(name));
    }

    /** Parameters of {@code remember-answer.sql}, one map for each answer. The meaning of the columns is kept as a mapping. */
    List<Map<String, @Nullable Object>> answers() {
        return answers.entrySet().stream()
                .filter(answer -> !answer.getKey().isAboutAllColumns())
                .map(answer -> {
                    Map<String, @Nullable Object> parameters = new HashMap<>();
                    parameters.put("headerHash", answer.getKey().headerHash());
                    parameters.put("about", answer.getKey().topic().about().label());
                    parameters.put("detail", answer.getKey().topic().detail());
                    parameters.put("answer", answer.getValue());
                    return parameters;
                })
                .toList();
    }

    /** The name of the file if it is only to be checked; else null. */
    @Nullable
    String checkName() {
        StoredQuestion first = questions.get(0);
        return first.file() == null ? first.name() : null;
    }

    /** The run that loads or checks the file. */
    RunRequest run() {
        return new RunRequest(Trigger.HTTP, checkName() == null ? Mode.INCREMENTAL : Mode.CHECK);
    }

    /** The parameters of the statements about the files with the same columns. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>(request.parameters());
        if (!questions.isEmpty()) {
            parameters.put("headerHash", questions.get(0).headerHash());
            parameters.put("checkName", checkName());
        }
        return parameters;
    }
}
