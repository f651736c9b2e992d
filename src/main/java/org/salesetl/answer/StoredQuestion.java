package org.salesetl.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.PersonalCells;
import org.salesetl.layout.Question.Evidence;
import org.salesetl.layout.Question.Guess;
import org.salesetl.layout.Topic;
import org.salesetl.mapping.CellSource;
import org.salesetl.mapping.Column;
import org.salesetl.mapping.MappingException;
import org.salesetl.mapping.MappingYaml;
import org.salesetl.question.OpenQuestion.WeighedChoice;
import org.salesetl.sql.SqlRow;
import org.salesetl.vocabulary.Labelled;
import org.salesetl.vocabulary.Subject;

/**
 * A question that a file waits for, as it was kept, or one that sales of loaded files wait for.
 *
 * @param id its number; negative for a question about loaded files
 * @param file the number of the file in the ledger; null if the file is only to be checked
 * @param name the file's name
 * @param headerHash the hash of the file's kind and columns
 * @param topic what it is about
 * @param text the question in words
 * @param evidence the cells that raise it
 * @param choices the possible answers, each with what it would make of the file
 * @param suggested the answer that is safe to suggest; null if none is
 * @param archivedAs where the file is in the archive; null if it is only to be checked
 */
public record StoredQuestion(
        int id,
        @Nullable Integer file,
        String name,
        String headerHash,
        Topic topic,
        String text,
        List<Evidence> evidence,
        List<WeighedChoice> choices,
        @Nullable String suggested,
        @Nullable String archivedAs) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static StoredQuestion of(SqlRow row) {
        return new StoredQuestion(
                row.integer("question_id"),
                row.integerOrNull("file_id"),
                row.text("name"),
                row.text("header_hash"),
                new Topic(Labelled.of(Subject.class, row.text("about")), row.text("detail")),
                row.text("question"),
                read(row.text("evidence"), new TypeReference<List<Evidence>>() {}),
                read(row.text("choices"), new TypeReference<List<WeighedChoice>>() {}),
                row.textOrNull("suggested"),
                row.textOrNull("archived_as"));
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A question has been kept that cannot be read", e);
        }
    }

    /** Whether the question is what all columns of the file mean, so that the answer is the columns of a mapping. */
    public boolean isAboutAllColumns() {
        return topic.equals(Topic.of(Subject.COLUMNS));
    }

    /** What is guessed of all columns of the file; empty if nothing is, or the question is about something else. */
    public Map<Column, CellSource> guess() {
        if (!isAboutAllColumns() || (suggested == null && choices.isEmpty())) {
            return Map.of();
        }
        return MappingYaml.columns(suggested == null ? choices.get(0).answer() : suggested);
    }

    /** Whether files have loaded, and only the sales that the question is about wait. */
    public boolean isAboutLoadedFiles() {
        return id < 0;
    }

    /** Whether an answer is possible. */
    boolean accepts(String answer) {
        if (isAboutAllColumns()) {
            try {
                return !MappingYaml.columns(answer).isEmpty();
            } catch (MappingException e) {
                return false;
            }
        }
        return choices.stream().anyMatch(choice -> choice.answer().equals(answer));
    }

    /** What is possible, as part of a sentence. */
    String accepted() {
        return isAboutAllColumns()
                ? "the columns of a mapping, such as {\"order_id\": \"Number\"}"
                : "one of "
                        + String.join(
                                ", ",
                                choices.stream().map(WeighedChoice::answer).toList());
    }

    /** The headers of the columns of a file, each once, in the order of the file. */
    public List<String> headers() {
        return evidence.stream().map(Evidence::column).distinct().toList();
    }

    /** Some values of a column. */
    public List<String> values(String column) {
        return evidence.stream()
                .filter(cell -> cell.column().equals(column))
                .map(Evidence::value)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** What a column may be; null if there is no guess. */
    public @Nullable Guess guess(String column) {
        return evidence.stream()
                .filter(cell -> cell.column().equals(column))
                .map(Evidence::guess)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The same question without the cells of the file: before the file is loaded, nobody knows which of them are personal. */
    StoredQuestion masked() {
        return new StoredQuestion(
                id,
                file,
                name,
                headerHash,
                topic,
                text,
                evidence.stream()
                        .map(cell -> new Evidence(
                                cell.line(),
                                cell.column(),
                                cell.value().isEmpty() ? "" : PersonalCells.MASK,
                                cell.guess()))
                        .toList(),
                choices.stream()
                        .map(choice -> new WeighedChoice(
                                choice.answer(),
                                choice.label(),
                                choice.effect() == null ? null : choice.effect().withoutLines()))
                        .toList(),
                suggested,
                archivedAs);
    }

    /** The question as the API tells it. */
    View view() {
        return new View(
                id,
                file,
                name,
                topic.about().label(),
                topic.detail().isEmpty() ? null : topic.detail(),
                text,
                evidence,
                choices.stream().map(this::view).toList(),
                suggested == null ? null : data(suggested));
    }

    private ViewedChoice view(WeighedChoice choice) {
        var effect = choice.effect();
        return new ViewedChoice(
                data(choice.answer()),
                choice.label(),
                effect == null ? null : effect.revenue(),
                effect == null ? null : effect.inserted(),
                effect == null ? null : effect.rejected(),
                effect == null ? null : effect.leftOut());
    }

    private Object data(String answer) {
        return isAboutAllColumns() ? read(answer, new TypeReference<Object>() {}) : answer;
    }

    /**
     * The question in JSON.
     *
     * @param about the label of a {@link Subject}
     * @param detail what tells several questions about the same subject apart; null if there is only one
     * @param suggested null if no answer is safe
     */
    record View(
            int id,
            @Nullable Integer file,
            String name,
            String about,
            @Nullable String detail,
            String text,
            List<Evidence> evidence,
            List<ViewedChoice> choices,
            @Nullable Object suggested) {}

    /**
     * A choice in JSON.
     *
     * @param answer a text, or an object for the columns of a mapping
     * @param revenue what the file would bring; null if the file alone does not tell
     * @param inserted good rows; null if it is not known
     * @param rejected rows that are not good; null if it is not known
     * @param leftOut rows that are no sale; null if it is not known
     */
    record ViewedChoice(
            Object answer,
            String label,
            @Nullable BigDecimal revenue,
            @Nullable Integer inserted,
            @Nullable Integer rejected,
            @Nullable Integer leftOut) {}
}
