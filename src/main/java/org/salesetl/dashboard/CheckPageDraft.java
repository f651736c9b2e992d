package org.salesetl.dashboard;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.answer.QuestionListing;
import org.salesetl.answer.QuestionsDraft;
import org.salesetl.check.CheckReport;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;
import org.salesetl.web.BadRequestException;
import org.salesetl.web.WebRequest;

/** Collects the data of the page for uploads. */
final class CheckPageDraft implements SqlParameters {

    private final WebRequest request;
    private final boolean followsALoad;
    private final int after;
    private final String charts;
    private final List<CheckReport> reports;
    private Map<String, FileQuestions> asked = Map.of();
    private List<LoadedFile> loaded = List.of();

    /**
     * @param request which load somebody has just asked for, if any: {@code after} is the number of the newest file before it, and
     *     {@code first} and {@code last} are the months that the load changes
     * @param reports the reports of the files that have been checked
     * @throws BadRequestException if a parameter cannot be read
     */
    CheckPageDraft(WebRequest request, List<CheckReport> reports) {
        this.request = request;
        this.followsALoad = request.one("after") != null;
        this.after = request.number("after", 0, 0, Integer.MAX_VALUE);
        this.charts = charts(request);
        this.reports = List.copyOf(reports);
    }

    List<CheckReport> reports() {
        return reports;
    }

    /** The draft that collects open questions. */
    QuestionsDraft questions() {
        return QuestionsDraft.of(request);
    }

    /** Takes the open questions; those of other files are of no interest here. */
    void asked(QuestionListing listing) {
        Map<String, FileQuestions> questions = new HashMap<>();
        FileQuestions.of(listing.questions()).stream()
                .filter(file -> file.file() == null)
                .forEach(file -> questions.put(file.name(), file));
        asked = questions;
    }

    /** The open questions of the files to check, by the names of the files. */
    Map<String, FileQuestions> asked() {
        return asked;
    }

    /** Whether somebody has just asked for a load. */
    boolean followsALoad() {
        return followsALoad;
    }

    /** Takes the rows of {@code select-files-after.sql}. */
    void loads(List<SqlRow> rows) {
        loaded = rows.stream().map(LoadedFile::of).toList();
    }

    /** The files of that load which have come to an end. */
    List<LoadedFile> loaded() {
        return loaded;
    }

    /** The charts of the months that the load changes; all charts if it changes none. */
    String charts() {
        return charts;
    }

    private static String charts(WebRequest request) {
        YearMonth first = month(request, "first");
        YearMonth last = month(request, "last");
        return first == null || last == null
                ? "/analytics"
                : "/analytics?from=" + first.atDay(1) + "&to=" + last.atEndOfMonth();
    }

    private static @Nullable YearMonth month(WebRequest request, String parameter) {
        String value = request.one(parameter);
        try {
            return value == null ? null : YearMonth.parse(value);
        } catch (DateTimeException e) {
            throw new BadRequestException(parameter, "a month such as 2025-01", value);
        }
    }

    /** The parameters of {@code select-files-after.sql}. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of("after", after);
    }
}
