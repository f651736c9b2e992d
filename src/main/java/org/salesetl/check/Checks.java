package org.salesetl.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesetl.inbox.CheckFolder;
import org.salesetl.inbox.Contents;
import org.salesetl.inbox.FileNames;
import org.salesetl.layout.HeldBackFileException;
import org.salesetl.layout.Layout;
import org.salesetl.load.Claim;
import org.salesetl.load.FileLoad;
import org.salesetl.outage.Outage;
import org.salesetl.question.DryRun;
import org.salesetl.question.Questions;
import org.salesetl.rollup.Grouping;
import org.salesetl.rollup.Sum;
import org.salesetl.sql.SqlRow;
import org.salesetl.text.PlainFile;
import org.salesetl.web.Caller;
import org.salesetl.web.DisplayFormats;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Keeps the reports of checks beside the files: as a page for people and as JSON for programs. */
@Component
public class Checks {

    private final ITemplateEngine templates;
    private final DisplayFormats formats;
    private final ObjectMapper json;
    private final CheckFolder folder;
    private final Questions questions;
    private final DryRun dryRun;

    Checks(
            ITemplateEngine templates,
            DisplayFormats formats,
            ObjectMapper json,
            CheckFolder folder,
            Questions questions,
            DryRun dryRun) {
        this.templates = templates;
        this.formats = formats;
        this.json = json;
        this.folder = folder;
        this.questions = questions;
        this.dryRun = dryRun;
    }

    /** A new check, without any reports. */
    CheckRun begin() {
        return new CheckRun();
    }

    /** Notes that these files will be checked; the first report of each says that the check ended before it. */
    void expect(CheckRun checks, List<Path> files) {
        files.forEach(file -> {
            checks.expect(file);
            checks.put(file, CheckReport.of(name(file), "failed", "The check ended before this file was looked at."));
        });
    }

    /** Notes what a file holds; from now on, each of its parts is a file of its own. */
    void unpacked(CheckRun checks, Path file, Contents contents) {
        checks.put(file, CheckReport.of(name(file), "unpacked", contents.words()));
    }

    /** Notes that a file could not be taken apart for a reason outside the file. */
    void notUnpacked(CheckRun checks, Path file, Exception why) {
        checks.put(file, CheckReport.of(name(file), "failed", "This file could not be taken apart: " + why));
    }

    /** Notes that a file has gone: somebody has loaded or removed it. */
    void gone(CheckRun checks, Path file) {
        checks.remove(file);
    }

    /** Notes what happened to the rows of a file that was loaded. The sums of its changes are still available. */
    void loaded(CheckRun checks, CheckedFile checked) throws IOException {
        Claim claim = checked.claim();
        Path file = claim.path();
        FileLoad load = checked.load();
        load.books().requireBalanced();
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
                        load.kind().label(),
                        "checked",
                        null,
                        new TreeMap<>(load.books().counts()),
                        new TreeMap<>(load.books().revenue()),
                        reasons,
                        checked.losses(),
                        load.books().leftOut(),
                        months.stream().map(CheckReport.Month::revenue).reduce(BigDecimal.ZERO, BigDecimal::add),
                        months,
                        load.layout().mapping().name(),
                        load.layout().conventions().evidence(),
                        dryRun.first(claim.drop(), load.layout(), checked.parkedLines())));
    }

    /** Notes why a file would not load: it waits for answers. */
    void held(CheckRun checks, Claim claim, HeldBackFileException why) {
        Layout layout = claim.layout().asking(why.questions());
        checks.ask(claim.path(), questions.of(claim.drop(), layout, claim.answers()));
        checks.put(claim.path(), CheckReport.of(name(claim.path()), "held", String.valueOf(why.getMessage())));
    }

    /** Notes why a file would not load. */
    void refused(CheckRun checks, Path file, Exception why) {
        checks.put(file, CheckReport.of(name(file), "refused", String.valueOf(why.getMessage())));
    }

    /**
     * Notes that the check itself failed, for every file without a result. After an outage there is no report: the files are
     * checked again.
     */
    void failed(CheckRun checks, Exception why) {
        if (Outage.of(why) != null) {
            checks.reports().clear();
            return;
        }
        checks.reports()
                .replaceAll((file, report) -> report.status().equals("failed")
                        ? CheckReport.of(name(file), "failed", "The check failed: " + why.getMessage())
                        : report);
    }

    /** Writes the reports beside the files, except for files that have changed or gone meanwhile. */
    void report(CheckRun checks) throws IOException {
        for (Map.Entry<Path, CheckReport> check : checks.reports().entrySet()) {
            Path file = check.getKey();
            if (checks.isUnchanged(file)) {
                Context context =
                        new Context(formats.language(), Map.of("report", check.getValue(), "formats", formats));
                write(FileNames.jsonReportBeside(file), json.writeValueAsString(check.getValue()));
                Path page = FileNames.reportBeside(file);
                write(page, templates.process("check-report", context));
                CheckFolder.reported(file, page);
            }
        }
    }

    /** Writes a report so that nobody sees half of it. */
    private static void write(Path report, String text) throws IOException {
        Path part = report.resolveSibling("." + name(report) + ".part");
        // if there is a link with this name, do not write to its target
        Files.deleteIfExists(part);
        Files.writeString(part, text, StandardOpenOption.CREATE_NEW);
        Files.move(part, report, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The newest report of a file, if it is the report with this time, and the file has not changed since. */
    public Optional<CheckReport> current(Path file, String at) throws IOException {
        return CheckFolder.isReported(file)
                ? read(FileNames.jsonReportBeside(file))
                        .filter(report -> report.at().toString().equals(at))
                : Optional.empty();
    }

    /** The reports of all files that are still there, as somebody may see them, newest first. */
    public List<CheckReport> reports(Caller caller) throws IOException {
        List<CheckReport> reports = reports();
        return caller.masked() ? reports.stream().map(CheckReport::masked).toList() : reports;
    }

    /** The reports of all files that are still there, newest first. */
    public List<CheckReport> reports() throws IOException {
        List<CheckReport> reports = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.path())) {
            for (Path file : files.filter(FileNames::isTaken).toList()) {
                read(FileNames.jsonReportBeside(file)).ifPresent(reports::add);
            }
        }
        reports.sort(Comparator.comparing(CheckReport::at).reversed().thenComparing(CheckReport::name));
        return reports;
    }

    private Optional<CheckReport> read(Path report) throws IOException {
        if (!PlainFile.is(report)) {
            return Optional.empty();
        }
        try (InputStream text = PlainFile.open(report)) {
            return Optional.of(json.readValue(text, CheckReport.class));
        } catch (NoSuchFileException | JsonProcessingException e) {
            // the report has gone, or is not one of ours
            return Optional.empty();
        }
    }

    /** Deletes the reports with such a text, so that the next check looks at their files again. */
    public void forgetReports(Predicate<String> concerned) throws IOException {
        for (CheckReport report : reports()) {
            if (concerned.test(json.writeValueAsString(report))) {
                forget(report.name());
            }
        }
    }

    /** Deletes the reports about a file. */
    public void forget(Path file) throws IOException {
        Files.deleteIfExists(FileNames.jsonReportBeside(file));
        Files.deleteIfExists(FileNames.reportBeside(file));
    }

    /** Deletes the report about the file with this name, if there is one, so that the next check looks at the file again. */
    public void forget(@Nullable String name) throws IOException {
        Optional<Path> file = folder.find(name == null ? "" : name);
        if (file.isPresent()) {
            forget(file.get());
        }
    }

    /** Whether there is a file to check with this name. */
    public boolean has(String name) {
        return folder.find(name).isPresent();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
