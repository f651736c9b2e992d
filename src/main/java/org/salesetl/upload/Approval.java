package org.salesetl.upload;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.check.CheckReport;
import org.salesetl.sql.SqlParameters;
import org.springframework.web.util.UriComponentsBuilder;

/** Checked files that somebody wants to load. */
final class Approval implements SqlParameters {

    private final List<CheckedFile> files;
    private long newest;

    Approval(List<CheckedFile> files) {
        this.files = List.copyOf(files);
    }

    List<CheckedFile> files() {
        return files;
    }

    /** Takes the number of the newest file in the ledger. */
    void follows(@Nullable Number number) {
        newest = number == null ? 0 : number.longValue();
    }

    /** The page that shows how the files load: those after the newest file. It leads to the months that they change. */
    String page() {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath("/checks").queryParam("after", newest);
        List<String> months = files.stream()
                .flatMap(file -> file.report().months().stream())
                .map(CheckReport.Month::month)
                .sorted()
                .toList();
        if (!months.isEmpty()) {
            page.queryParam("first", months.get(0)).queryParam("last", months.get(months.size() - 1));
        }
        return page.toUriString();
    }

    /** The parameters of {@link org.salesetl.check.CheckRoutes#FORGET_QUESTIONS}, one map for each file. */
    List<Map<String, String>> names() {
        return files.stream()
                .map(file -> Map.of("checkName", file.report().name()))
                .toList();
    }

    @Override
    public Map<String, @Nullable Object> parameters() {
        return Map.of();
    }

    /**
     * A file that has been checked.
     *
     * @param path where it is
     * @param report what it would change
     */
    record CheckedFile(Path path, CheckReport report) {}
}
