package org.salesetl.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The figures as Markdown: the machine and the settings, the table of targets, and the details below it.
 *
 * <p>Written anew with everything that is entered, so that a run that breaks off leaves what it had found.
 */
final class Report {

    private static final Line NOT_MEASURED = new Line("–", Verdict.UNKNOWN);

    private final Options options;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<Target, Line> lines = new EnumMap<>(Target.class);
    private final Map<String, String> details = new LinkedHashMap<>();
    private String failure = "";

    Report(Options options) {
        this.options = options;
    }

    /** What the figures depend on. */
    void setting(String name, String value) {
        settings.put(name, value);
        write();
    }

    /** What was measured for a target. */
    void line(Target target, Verdict verdict, String measured) {
        lines.put(target, new Line(measured, verdict));
        System.out.println("[bench] " + target.what(options) + ": " + measured + " → " + verdict.label());
        write();
    }

    /** A section of its own below the table, in place of one with the same title. */
    void details(String title, String markdown) {
        details.put(title, markdown.strip());
        write();
    }

    /** A section with a table. */
    void details(String title, List<String> header, List<List<String>> rows) {
        details(title, table(header, rows));
    }

    /** Says on top that the figures are worth nothing. */
    void failed(String message) {
        failure = "\n**Failed: " + message.strip() + "**\n";
        write();
    }

    boolean hasFailed() {
        return !failure.isEmpty();
    }

    static String table(List<String> header, List<List<String>> rows) {
        StringBuilder table = new StringBuilder();
        table.append("| ").append(String.join(" | ", header)).append(" |\n");
        table.append(header.stream().map(cell -> "|---").collect(Collectors.joining()))
                .append("|\n");
        for (List<String> row : rows) {
            table.append("| ")
                    .append(row.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ")))
                    .append(" |\n");
        }
        return table.toString();
    }

    Path file() {
        return options.home().resolve("report.md");
    }

    private void write() {
        try {
            Files.createDirectories(options.home());
            Files.writeString(file(), toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("# Benchmark\n").append(failure).append('\n');
        settings.forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        text.append('\n').append(table(List.of("what", "target", "measured", "verdict"), rows()));
        details.forEach((title, markdown) ->
                text.append("\n## ").append(title).append("\n\n").append(markdown).append('\n'));
        return text.toString();
    }

    /** Every line of the table, measured or not. */
    private List<List<String>> rows() {
        return Arrays.stream(Target.values())
                .map(target -> {
                    Line line = lines.getOrDefault(target, NOT_MEASURED);
                    return List.of(target.what(options), target.goal(options), line.measured, line.verdict.label());
                })
                .toList();
    }

    private record Line(String measured, Verdict verdict) {}
}
