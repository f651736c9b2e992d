package org.salesetl.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;
import org.salesetl.web.Input;
import org.salesetl.web.Parameter;
import org.salesetl.web.WebRequest;

/** Collects open questions. */
public final class QuestionsDraft implements SqlParameters {

    private static final int SOME = 100;
    private static final int MOST = 500;

    private static final Parameter<Integer> LIMIT = Parameter.number("limit", SOME, 1, MOST);
    private static final Parameter<Integer> OFFSET = Parameter.offset();

    /** The parameters of a request that choose a part of the questions. */
    static final List<Input> PARTS = List.of(LIMIT, OFFSET);

    private final int limit;
    private final int offset;
    private List<StoredQuestion> questions = List.of();
    private List<StoredQuestion> ofLoadedFiles = List.of();
    private long total;

    private QuestionsDraft(int limit, int offset) {
        this.limit = limit;
        this.offset = offset;
    }

    /** The questions that the parameters {@code limit} and {@code offset} ask for. */
    public static QuestionsDraft of(WebRequest request) {
        return new QuestionsDraft(LIMIT.of(request), OFFSET.of(request));
    }

    /** Takes the rows of {@code select-questions.sql}. */
    void found(List<SqlRow> rows) {
        questions = rows.stream().map(StoredQuestion::of).toList();
    }

    /** Takes the sales that wait because they have no customer. */
    void foundGuests(List<WaitingGuests> guests) {
        ofLoadedFiles = guests.stream()
                .filter(WaitingGuests::asked)
                .map(WaitingGuests::question)
                .toList();
    }

    /** Takes how many there are without limit and offset. */
    void counted(long all) {
        total = all;
    }

    /**
     * The questions as they are shown: those that files wait for come first. A file to check may have been deleted by hand since it was checked.
     *
     * @param isThere whether there is a file to check with this name
     */
    QuestionListing listing(Predicate<String> isThere) {
        List<StoredQuestion> shown = questions.stream()
                .filter(question -> question.file() != null || isThere.test(question.name()))
                .toList();
        return new QuestionListing(
                Stream.concat(shown.stream(), shownOfLoadedFiles()).toList(),
                total - (questions.size() - shown.size()));
    }

    private Stream<StoredQuestion> shownOfLoadedFiles() {
        long ofWaitingFiles = total - ofLoadedFiles.size();
        return ofLoadedFiles.stream().skip(Math.max(0, offset - ofWaitingFiles)).limit(limit - (long) questions.size());
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>(GuestQuery.ANY.parameters());
        parameters.put("limit", limit);
        parameters.put("offset", offset);
        return parameters;
    }
}
