package org.salesetl.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.salesetl.SqlRow;
import org.salesetl.intake.CheckFolder;
import org.salesetl.intake.FileNames;
import org.salesetl.ledger.FileLoad;
import org.salesetl.rollup.Grouping;
import org.salesetl.rollup.Sum;
import org.salesetl.web.DisplayFormats;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Keeps the reports of checks: beside each file as a page for people and as JSON for programs. */
@Component
public class Checks {

    private final ITemplateEngine templates;
    private final DisplayFormats formats;
    private final ObjectMapper json;
    private final CheckFolder folder;

    Checks(ITemplateEngine templates, DisplayFormats formats, ObjectMapper json, CheckFolder folder) {
        this.templates = templates;
        this.formats = formats;
        this.json = json;
        this.folder = folder;
    }

    /** The checks of a run, none so far. */
    Map<Path, CheckReport> begin() {
        return new LinkedHashMap<>();
    }

    /** Notes that these files are to be checked: nothing is known of any yet. */
    List<Path> expect(Map<Path, CheckReport> checks, List<Path> files) {
        files.forEach(file -> checks.put(
                file, CheckReport.of(name(file), "failed", "The check ended before this file was looked at.")));
        return files;
    }

    /** Notes what a file holds; each of its parts is a file of its own from now on. */
    void unpacked(Map<Path, CheckReport> checks, Path file, List<String> parts) {
        checks.put(file, CheckReport.of(name(file), "unpacked", "Holds " + String.join(", ", parts)));
    }

    /** Notes what became of a file that was loaded; the sums of what it has changed are still there. */
    void loaded(Map<Path, CheckReport> checks, Path file, FileLoad load) {
        Map<String, Integer> reasons = new TreeMap<>();
        load.books().reasonParameters().stream()
                .map(SqlRow::new)
                .forEach(row -> reasons.put(row.text("reason"), row.integer("rowCount")));
        List<CheckReport.Month> months = load.changes().rollups().by(Grouping.MONTH).rows().stream()
                .filter(sum -> sum.revenue().signum() != 0)
                .sorted(Comparator.comparingInt(Sum::key))
                .map(sum -> new CheckReport.Month(
                        String.format(Locale.ROOT, "%04d-%02d", sum.key() / 100, sum.key() % 100), sum.revenue()))
                .toList();
        checks.put(
                file,
                new CheckReport(
                        name(file),
                        Instant.now(),
                        load.layout().kind().label(),
                        "checked",
                        null,
                        new TreeMap<>(load.books().parameters()),
                        reasons,
                        months.stream().map(CheckReport.Month::revenue).reduce(BigDecimal.ZERO, BigDecimal::add),
                        months));
    }

    /** Notes why a file would not load. */
    void refused(Map<Path, CheckReport> checks, Path file, Exception why) {
        checks.put(file, CheckReport.of(name(file), "refused", String.valueOf(why.getMessage())));
    }

    /** Notes that the check itself failed, for every file that it did not get to. */
    void failed(Map<Path, CheckReport> checks, Exception why) {
        checks.replaceAll((file, report) -> report.status().equals("failed")
                ? CheckReport.of(name(file), "failed", "The check failed: " + why.getMessage())
                : report);
    }

    /** Writes the reports beside the files. */
    void report(Map<Path, CheckReport> checks) throws IOException {
        for (Map.Entry<Path, CheckReport> check : checks.entrySet()) {
            Path file = check.getKey();
            Context context = new Context(Locale.ENGLISH, Map.of("report", check.getValue(), "formats", formats));
            json.writeValue(jsonBeside(file).toFile(), check.getValue());
            Files.writeString(FileNames.reportBeside(file), templates.process("check-report", context));
        }
    }

    /** The report of every file that is still there, the newest first. */
    public List<CheckReport> reports() throws IOException {
        List<CheckReport> reports = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.path())) {
            for (Path file : files.filter(FileNames::isTaken).toList()) {
                Path report = jsonBeside(file);
                if (Files.exists(report)) {
                    reports.add(json.readValue(report.toFile(), CheckReport.class));
                }
            }
        }
        reports.sort(Comparator.comparing(CheckReport::at).reversed().thenComparing(CheckReport::name));
        return reports;
    }

    /** Forgets what a file would have changed. */
    void forget(Path file) throws IOException {
        Files.deleteIfExists(jsonBeside(file));
        Files.deleteIfExists(FileNames.reportBeside(file));
    }

    private static Path jsonBeside(Path file) {
        return file.resolveSibling(name(file) + ".report.json");
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
