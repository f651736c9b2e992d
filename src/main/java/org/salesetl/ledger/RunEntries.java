package org.salesetl.ledger;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.SqlRow;
import org.salesetl.web.NotFoundException;
import org.salesetl.web.WebRequest;
import org.springframework.stereotype.Component;

/** Puts runs together from the rows of the ledger's tables. */
@Component
class RunEntries {

    private static final int MOST_RUNS = 500;
    private static final int MOST_FILES = 500;

    /** How many files of a run are told where nobody says how many. */
    private static final int SOME_FILES = 100;

    /** Which runs a request asks for, as parameters. */
    Map<String, Object> window(WebRequest request) {
        return Map.of(
                "limit", request.number("limit", 50, 1, MOST_RUNS),
                "offset", request.number("offset", 0, 0, Integer.MAX_VALUE));
    }

    /** The run that the path names, as a parameter. */
    Map<String, Object> named(WebRequest request) {
        String id = request.lastSegment();
        if (!id.matches("\\d{1,9}")) {
            throw new NotFoundException("There is no run " + id + "; runs are numbered 1, 2, 3 …");
        }
        return Map.of("runId", Integer.parseInt(id));
    }

    /** Which files of each run a list tells. */
    Map<String, Integer> firstFiles(WebRequest request) {
        return Map.of("filesLimit", request.number("files", SOME_FILES, 0, SOME_FILES), "filesOffset", 0);
    }

    /** Which files a request for one run asks for. */
    Map<String, Integer> files(WebRequest request) {
        return Map.of(
                "filesLimit", request.number("limit", SOME_FILES, 1, MOST_FILES),
                "filesOffset", request.number("offset", 0, 0, Integer.MAX_VALUE));
    }

    /** Parameters of statements: the numbers of the runs in these rows, and which of their files. */
    Map<String, Object> parameters(List<Map<String, Object>> runs, Map<String, Integer> files) {
        Map<String, Object> parameters = new HashMap<>(files);
        parameters.put("runIds", numbers(runs, "run_id"));
        return parameters;
    }

    List<Integer> fileIds(List<Map<String, Object>> files) {
        return numbers(files, "file_id");
    }

    /** A list in SQL cannot be empty, and nothing has the number 0. */
    private static List<Integer> numbers(List<Map<String, Object>> rows, String column) {
        List<Integer> numbers = new ArrayList<>(List.of(0));
        rows.forEach(row -> numbers.add(new SqlRow(row).integer(column)));
        return numbers;
    }

    RunEntry only(RunEntry.Listing listing, WebRequest request) {
        return listing.runs().stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no run " + request.lastSegment()));
    }

    RunEntry.Listing listing(
            List<Map<String, Object>> runs,
            List<Map<String, Object>> files,
            List<Map<String, Object>> reasons,
            List<Map<String, Object>> sums,
            long total) {
        Map<Integer, Map<String, Integer>> reasonsByFile = new HashMap<>();
        reasons.stream()
                .map(SqlRow::new)
                .forEach(row -> reasonsByFile
                        .computeIfAbsent(row.integer("file_id"), absent -> new LinkedHashMap<>())
                        .put(row.text("reason"), row.integer("row_count")));
        Map<Integer, List<RunEntry.FileEntry>> filesByRun = new HashMap<>();
        files.stream()
                .map(SqlRow::new)
                .forEach(row -> filesByRun
                        .computeIfAbsent(row.integer("run_id"), absent -> new ArrayList<>())
                        .add(file(row, reasonsByFile.getOrDefault(row.integer("file_id"), Map.of()))));
        Map<Integer, SqlRow> sumsByRun = new HashMap<>();
        sums.stream().map(SqlRow::new).forEach(row -> sumsByRun.put(row.integer("run_id"), row));
        return new RunEntry.Listing(
                runs.stream()
                        .map(SqlRow::new)
                        .map(row -> run(
                                row,
                                filesByRun.getOrDefault(row.integer("run_id"), List.of()),
                                sumsByRun.get(row.integer("run_id"))))
                        .toList(),
                total);
    }

    private static RunEntry run(SqlRow row, List<RunEntry.FileEntry> files, @Nullable SqlRow sums) {
        return new RunEntry(
                row.integer("run_id"),
                row.text("triggered_by"),
                row.text("mode"),
                row.text("status"),
                requireNonNull(row.timeOrNull("started_at")),
                row.timeOrNull("finished_at"),
                row.textOrNull("message"),
                files,
                sums == null ? 0 : sums.integer("files"),
                sums == null
                        ? RunEntry.Sums.NONE
                        : new RunEntry.Sums(
                                sums.longInteger("rows_read"),
                                sums.longInteger("inserted"),
                                sums.longInteger("updated"),
                                sums.longInteger("unchanged"),
                                sums.longInteger("rejected"),
                                sums.longInteger("parked")));
    }

    private static RunEntry.FileEntry file(SqlRow row, Map<String, Integer> reasons) {
        return new RunEntry.FileEntry(
                row.integer("file_id"),
                row.text("name"),
                row.textOrNull("kind"),
                row.text("sha256"),
                row.text("status"),
                row.integer("rows_read"),
                row.integer("inserted"),
                row.integer("updated"),
                row.integer("unchanged"),
                row.integer("rejected"),
                row.integer("parked"),
                row.integer("blank"),
                row.integer("repaired"),
                row.integer("released"),
                row.integer("customers_added"),
                row.integer("products_added"),
                row.integer("warnings"),
                reasons,
                row.textOrNull("message"),
                reading(row));
    }

    private static RunEntry.@Nullable Reading reading(SqlRow row) {
        String encoding = row.textOrNull("encoding");
        return encoding == null
                ? null
                : new RunEntry.Reading(
                        encoding,
                        row.text("separated_by"),
                        row.text("date_order"),
                        row.text("decimal_mark"),
                        row.text("evidence").lines().toList());
    }
}
