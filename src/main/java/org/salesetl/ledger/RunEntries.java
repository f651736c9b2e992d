package org.salesetl.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesetl.sql.SqlParameters;
import org.salesetl.sql.SqlRow;

/** Collects the rows of the ledger's tables, and makes runs from the rows. */
final class RunEntries implements SqlParameters {

    private final RunQuery query;
    private List<SqlRow> runs = List.of();
    private List<SqlRow> files = List.of();
    private List<SqlRow> reasons = List.of();
    private List<SqlRow> leftOut = List.of();
    private List<SqlRow> sums = List.of();
    private long total;

    /** @param query which runs, and which of their files */
    RunEntries(RunQuery query) {
        this.query = query;
    }

    /** Stores the rows of {@code select-runs.sql} or {@code select-run.sql}. */
    void runs(List<SqlRow> rows) {
        runs = rows;
    }

    /** Stores the rows of {@code select-files-of-runs.sql}. */
    void files(List<SqlRow> rows) {
        files = rows;
    }

    /** Stores the rows of {@code select-reasons-of-files.sql}. */
    void reasons(List<SqlRow> rows) {
        reasons = rows;
    }

    /** Stores the rows of {@code select-left-out-of-files.sql}. */
    void leftOut(List<SqlRow> rows) {
        leftOut = rows;
    }

    /** Stores the rows of {@code sum-files-of-runs.sql}. */
    void sums(List<SqlRow> rows) {
        sums = rows;
    }

    /** Whether somebody wants to know how many runs there are; every open page asks for the newest run each second, and does not. */
    boolean isCounted() {
        return !query.equals(RunQuery.NEWEST);
    }

    /** Stores the number of all runs. */
    void total(long runsInAll) {
        total = runsInAll;
    }

    /** The parameters of all statements about the runs. */
    @Override
    public Map<String, @Nullable Object> parameters() {
        Map<String, @Nullable Object> parameters = new HashMap<>(query.parameters());
        parameters.put("runIds", numbers(runs, "run_id"));
        parameters.put("fileIds", numbers(files, "file_id"));
        return parameters;
    }

    /** The numbers in the rows, and 0, which no run or file has: a list in SQL must not be empty. */
    private static List<Integer> numbers(List<SqlRow> rows, String column) {
        List<Integer> numbers = new ArrayList<>(List.of(0));
        rows.forEach(row -> numbers.add(row.integer(column)));
        return numbers;
    }

    /**
     * The run that the query names.
     *
     * @throws org.salesetl.web.NotFoundException if there is no such run
     */
    RunEntry only() {
        return listing().runs().stream().findFirst().orElseThrow(query::notFound);
    }

    RunEntry.Listing listing() {
        Map<Integer, Map<String, Integer>> reasonsByFile = new HashMap<>();
        reasons.forEach(row -> reasonsByFile
                .computeIfAbsent(row.integer("file_id"), absent -> new LinkedHashMap<>())
                .put(row.text("reason"), row.integer("row_count")));
        Map<Integer, Map<String, Part>> leftOutByFile = new HashMap<>();
        leftOut.forEach(row -> leftOutByFile
                .computeIfAbsent(row.integer("file_id"), absent -> new LinkedHashMap<>())
                .put(row.text("why"), new Part(row.integer("row_count"), row.decimal("amount"))));
        Map<Integer, List<RunEntry.FileEntry>> filesByRun = new HashMap<>();
        files.forEach(row -> filesByRun
                .computeIfAbsent(row.integer("run_id"), absent -> new ArrayList<>())
                .add(file(
                        row,
                        reasonsByFile.getOrDefault(row.integer("file_id"), Map.of()),
                        leftOutByFile.getOrDefault(row.integer("file_id"), Map.of()))));
        Map<Integer, SqlRow> sumsByRun = new HashMap<>();
        sums.forEach(row -> sumsByRun.put(row.integer("run_id"), row));
        return new RunEntry.Listing(
                runs.stream()
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
                row.time("started_at"),
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
                                sums.longInteger("withdrawn"),
                                sums.longInteger("left_out"),
                                sums.longInteger("rejected"),
                                sums.longInteger("parked"),
                                revenue(sums)));
    }

    private static RunEntry.Revenue revenue(SqlRow row) {
        return new RunEntry.Revenue(
                row.decimal("inserted_revenue"),
                row.decimal("updated_revenue"),
                row.decimal("unchanged_revenue"),
                row.decimal("withdrawn_revenue"),
                row.decimal("left_out_revenue"),
                row.decimal("rejected_revenue"),
                row.decimal("parked_revenue"));
    }

    private static RunEntry.FileEntry file(SqlRow row, Map<String, Integer> reasons, Map<String, Part> leftOutReasons) {
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
                row.integer("withdrawn"),
                row.integer("left_out"),
                row.integer("rejected"),
                row.integer("parked"),
                row.integer("blank"),
                row.integer("repaired"),
                row.integer("released"),
                row.integer("customers_added"),
                row.integer("products_added"),
                row.integer("warnings"),
                revenue(row),
                reasons,
                leftOutReasons,
                row.textOrNull("message"),
                reading(row),
                readBy(row));
    }

    private static RunEntry.@Nullable ReadBy readBy(SqlRow row) {
        String name = row.textOrNull("mapping_name");
        return name == null ? null : new RunEntry.ReadBy(name, row.text("mapping_version"));
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
