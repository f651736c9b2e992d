package org.salesetl.answer;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesetl.layout.Question.Evidence;
import org.salesetl.layout.Topic;
import org.salesetl.mapping.Column;
import org.salesetl.question.Effect;
import org.salesetl.question.OpenQuestion.WeighedChoice;
import org.salesetl.sql.SqlRow;
import org.salesetl.vocabulary.Acceptance;
import org.salesetl.vocabulary.Subject;

/**
 * Sales that did not load only because they have no customer, in files with the same columns.
 *
 * @param fileId the number of the newest file, which stands for all of them
 * @param file its name
 * @param headerHash the hash of the kind and the columns of the files
 * @param archivedAs where the newest file is in the archive; null if it is not there yet
 * @param others how many other files there are
 * @param sales how many sales wait
 * @param revenue what the sales would bring, as far as they tell
 * @param line the line of the first sale in the newest file
 * @param column the column of that file which lacks a customer; null if it has no such column
 * @param asked whether nobody has said yet what happens to such sales, neither in an answer nor in the mapping of the file
 */
public record WaitingGuests(
        int fileId,
        String file,
        String headerHash,
        @Nullable String archivedAs,
        long others,
        long sales,
        BigDecimal revenue,
        int line,
        @Nullable String column,
        boolean asked) {

    /** The rows of {@code select-waiting-guests.sql}. */
    static List<WaitingGuests> of(List<SqlRow> rows) {
        return rows.stream()
                .map(row -> new WaitingGuests(
                        row.integer("file_id"),
                        row.text("file"),
                        row.text("header_hash"),
                        row.textOrNull("archived_as"),
                        row.longInteger("files") - 1,
                        row.longInteger("sales"),
                        requireNonNull(row.decimalOrNull("revenue")),
                        row.integer("line"),
                        row.textOrNull("column_name"),
                        row.integer("asked") > 0))
                .toList();
    }

    /** The number of the question whether the sales load: that of the file, with a minus, which no other question has. */
    public int questionId() {
        return -fileId;
    }

    /** The question whether the sales load. The other rows of the files have loaded, so the effect is that of the sales alone. */
    StoredQuestion question() {
        return new StoredQuestion(
                questionId(),
                fileId,
                file,
                headerHash,
                Topic.of(Subject.GUESTS),
                "Do sales without a customer count? " + sales + " in " + file + otherFiles()
                        + (sales == 1 ? " names" : " name") + " none and " + (sales == 1 ? "waits" : "wait")
                        + ". All other rows are done.",
                List.of(new Evidence(line, column == null ? Column.CUSTOMER_ID.label() : column, "")),
                List.of(
                        choice(
                                Acceptance.ACCEPT,
                                "They count, under the name “No customer”, here and in later files with these columns",
                                effect(sales, 0, revenue)),
                        choice(
                                Acceptance.REJECT,
                                "They do not count: each waits in the quarantine until somebody names its customer",
                                effect(0, sales, BigDecimal.ZERO))),
                null,
                archivedAs);
    }

    private String otherFiles() {
        return switch ((int) Math.min(others, 2)) {
            case 0 -> "";
            case 1 -> " and another file with these columns";
            default -> " and " + others + " other files with these columns";
        };
    }

    private static WeighedChoice choice(Acceptance answer, String label, Effect effect) {
        return new WeighedChoice(answer.label(), label, effect);
    }

    private static Effect effect(long inserted, long rejected, BigDecimal revenue) {
        return new Effect(
                Math.toIntExact(inserted),
                Math.toIntExact(rejected),
                0,
                revenue,
                Collections.emptySortedMap(),
                List.of(),
                true);
    }
}
