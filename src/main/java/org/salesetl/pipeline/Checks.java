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
import org.salesetl.intake.FileNames;
import org.salesetl.intake.Inbox;
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

    private static final String JSON = ".report.json";

    private final ITemplateEngine templates;
    private final DisplayFormats formats;
    private final ObjectMapper json;
    private final Inbox inbox;

    Checks(ITemplateEngine templates, DisplayFormats formats, ObjectMapper json, Inbox inbox) {
        this.templates = templates;
        this.formats = formats;
        this.json = json;
        this.inbox = inbox;
    }

    /** The checks of these files: nothing is known of any yet. */
    Map<Path, CheckReport> begin(List<Path> files) {
        Map<Path, CheckReport> checks = new LinkedHashMap<>();
        files.forEach(file -> checks.put(
                file, CheckReport.of(name(file), "failed", "The check ended before this file was looked at.")));
        return checks;
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
            json.writeValue(file.resolveSibling(name(file) + JSON).toFile(), check.getValue());
            Files.writeString(FileNames.reportBeside(file), templates.process("check-report", context));
        }
    }

    /** Every report that there is, the newest first. */
    public List<CheckReport> reports() throws IOException {
        List<CheckReport> reports = new ArrayList<>();
        try (Stream<Path> files = Files.list(inbox.checkFolder())) {
            for (Path file : files.filter(file -> name(file).endsWith(JSON)).toList()) {
                reports.add(json.readValue(file.toFile(), CheckReport.class));
            }
        }
        reports.sort(Comparator.comparing(CheckReport::at).reversed().thenComparing(CheckReport::name));
        return reports;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
